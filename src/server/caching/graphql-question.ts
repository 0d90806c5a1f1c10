import { hashOf } from '../documents/document-hash.ts';
import { documentIdParameter, namedIn } from '../documents/named-document.ts';
import { canonicalJson } from './canonical-json.ts';

/** The canonical form of a query to the API. `documentHash` is that of the document's text. */
export const questionOf = (documentHash: string, operationName: string | null, variables: unknown): string =>
  canonicalJson([documentHash, operationName, variables]);

/**
 * What a GET of the API asks, in that form. Null when it is not put well: the GraphQL server says how.
 */
export function questionIn(address: string): string | null {
  if (!URL.canParse(address, 'http://localhost')) return null;
  const { searchParams } = new URL(address, 'http://localhost');
  const given = (name: string) => searchParams.get(name) || null;
  try {
    const json = (name: string): unknown => JSON.parse(given(name) ?? 'null');
    const document = documentHash(given('query'), searchParams.get(documentIdParameter), json('extensions'));
    return document && questionOf(document, given('operationName'), json('variables') ?? {});
  } catch {
    return null; // no JSON, or too deep
  }
}

function documentHash(query: string | null, documentId: string | null, extensions: unknown): string | null {
  const named = namedIn({ documentId, extensions: Object(extensions) });
  if (named === null) return query && hashOf(query);
  if ('code' in named || (query !== null && hashOf(query) !== named.hash)) return null;
  return named.hash;
}
