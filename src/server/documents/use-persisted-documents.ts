import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { apiError } from '#graphql/api-error.ts';
import type { ServerContext } from '../server-context.ts';
import { hashOf } from './document-hash.ts';
import { type DocumentRefusal, freeText, mismatch, notFound, unknownDocument } from './document-refusal.ts';
import { documentIdParameter, namedIn } from './named-document.ts';
import type { PersistedDocument, PersistedDocuments } from './persisted-documents.ts';

interface Options {
  readonly documents: PersistedDocuments;
  /** Whether documents of manifests are answered, and nothing else. */
  readonly trustedOnly: boolean;
}

/**
 * Lets a request name its document by hash: as `documentId=sha256:…`, or in `extensions.persistedQuery` as Apollo's clients and urql do. The
 * hash together with the text registers the document, unless only trusted ones are answered; then free text is refused.
 */
export function usePersistedDocuments({ documents, trustedOnly }: Options): Plugin<ServerContext, ServerContext> {
  const toRegister = new WeakMap<Request, string>();

  const documentOf = (params: GraphQLParams): Pick<PersistedDocument, 'text' | 'name'> | DocumentRefusal | null => {
    const named = namedIn(params);
    if (named === null) return trustedOnly ? freeText : null;
    if ('code' in named) return named;
    const { hash, place, handshake } = named;
    const text = typeof params.query === 'string' ? params.query : null;
    if (text !== null && hashOf(text) !== hash) return mismatch(place);
    const known = documents.find(hash);
    if (known !== null) return known;
    if (text !== null) return trustedOnly ? freeText : { text, name: null };
    return handshake && !trustedOnly ? notFound : unknownDocument(place);
  };

  return {
    // Of a POST all parameters are there; of a GET Yoga takes none but those of every server.
    onRequestParse({ request, url }) {
      if (request.method !== 'GET' || !request.url.includes(documentIdParameter)) return;
      return {
        onRequestParseDone({ requestParserResult, setRequestParserResult }) {
          const documentId = url.searchParams.get(documentIdParameter);
          if (documentId === null) return;
          const withId: GraphQLParams & { documentId: string } = {
            ...(requestParserResult as GraphQLParams),
            documentId,
          };
          setRequestParserResult(withId);
        },
      };
    },
    onParams({ request, params, setParams, context: { record, storedQuery } }) {
      if (storedQuery !== undefined) return;
      const document = documentOf(params);
      if (document === null) return;
      if ('code' in document) {
        record.errorCodes = [document.code];
        throw apiError(document.code, document.message, { http: document.http });
      }
      record.storedOperation = document.name;
      setParams({ ...params, query: document.text });
      if (document.name === null) toRegister.set(request, document.text);
    },
    // Only what can be executed is worth the room.
    onExecute({ args: { contextValue } }) {
      const text = toRegister.get(contextValue.request);
      if (text !== undefined) documents.register(text);
    },
  };
}
