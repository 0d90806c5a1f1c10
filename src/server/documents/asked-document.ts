import type { GraphQLParams } from 'graphql-yoga';
import { hashOf } from './document-hash.ts';
import { type DocumentRefusal, freeText, mismatch, notFound, unknownDocument } from './document-refusal.ts';
import { namedIn } from './named-document.ts';
import type { PersistedDocument, PersistedDocuments } from './persisted-documents.ts';

/** The documents that a server answers. */
export interface AnsweredDocuments {
  readonly persisted: PersistedDocuments;
  /** Whether documents of manifests are answered, and nothing else. */
  readonly trustedOnly: boolean;
}

/** The text that a request asks. */
export interface AskedDocument extends Pick<PersistedDocument, 'text' | 'name'> {
  /** The SHA-256 of the text, in hex; null when the client did not give it. */
  readonly hash: string | null;
  /** Whether the client wants it to be known by its hash from now on. */
  readonly registers: boolean;
}

/**
 * The document that a request asks: by its text, or by its hash as `documentId=sha256:…` or in `extensions.persistedQuery`, as Apollo's clients and urql
 * do. The hash together with the text registers the document, unless only trusted ones are answered; then free text is refused. Null when the
 * request has no document.
 */
export function askedDocument(
  { persisted, trustedOnly }: AnsweredDocuments,
  parameters: GraphQLParams,
): AskedDocument | DocumentRefusal | null {
  const text = typeof parameters.query === 'string' ? parameters.query : null;
  const named = namedIn(parameters);
  if (named === null) {
    if (trustedOnly) return freeText;
    return text === null ? null : { text, name: null, hash: null, registers: false };
  }
  if ('code' in named) return named;
  const { hash, place, handshake } = named;
  if (text !== null && hashOf(text) !== hash) return mismatch(place);
  const known = persisted.find(hash);
  if (known !== null) return { ...known, registers: false };
  if (text !== null) return trustedOnly ? freeText : { text, name: null, hash, registers: true };
  return handshake && !trustedOnly ? notFound : unknownDocument(place);
}
