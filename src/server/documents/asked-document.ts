import type { GraphQLParams } from 'graphql-yoga';
import type { ApiCode } from '#refusal/codes/api-codes.ts';
import { hashIn, hashOf, type PersistedDocument, type PersistedDocuments } from './persisted-documents.ts';

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
  const { hash, parameter, handshake } = named;
  if (text !== null && hashOf(text) !== hash) return mismatch(parameter);
  const known = persisted.find(hash);
  if (known !== null) return { ...known, registers: false };
  if (text !== null) return trustedOnly ? freeText : { text, name: null, hash, registers: true };
  return handshake && !trustedOnly ? notFound : unknownDocument(parameter);
}

/** The parameter of a request that names a document, beside those that every GraphQL server has. */
export const documentIdParameter = 'documentId';

/** How a request names its document. */
export interface NamedDocument {
  readonly hash: string;
  /** Which parameter names it, for messages. */
  readonly parameter: string;
  /** Whether the client sends the text when it hears that the hash is unknown. */
  readonly handshake: boolean;
}

/** What a client sends, of any type. */
interface Parameters extends Pick<GraphQLParams, 'extensions'> {
  readonly documentId?: unknown;
}

/** The document that a request names by hash; null when it names none. */
export function namedIn({ documentId = null, extensions }: Parameters): NamedDocument | DocumentRefusal | null {
  const persisted = extensions?.persistedQuery ?? null;
  if (documentId !== null && persisted !== null) {
    return malformed('documentId, extensions.persistedQuery: found both, expected only one of them.');
  }
  if (documentId !== null) return ofDocumentId(documentId);
  return persisted === null ? null : ofPersistedQuery(persisted);
}

function ofDocumentId(id: unknown): NamedDocument | DocumentRefusal {
  const parameter = documentIdParameter;
  if (typeof id !== 'string')
    return malformed(`${parameter}: found ${typeof id}, expected "sha256:" and a hash in hex.`);
  const hash = hashIn(id);
  return hash === null ? unknownDocument(parameter) : { hash, parameter, handshake: false };
}

function ofPersistedQuery(persisted: unknown): NamedDocument | DocumentRefusal {
  const parameter = 'extensions.persistedQuery';
  const { version, sha256Hash } = Object(persisted) as { readonly version?: unknown; readonly sha256Hash?: unknown };
  if (version !== 1) return malformed(`${parameter}: found version ${JSON.stringify(version)}, expected 1.`);
  const hash = typeof sha256Hash === 'string' ? hashIn(sha256Hash) : null;
  if (hash === null) return malformed(`${parameter}.sha256Hash: expected a SHA-256 of 64 hex digits.`);
  return { hash, parameter, handshake: true };
}

/** Why a request that names its document, or should have, is not answered. */
export interface DocumentRefusal {
  readonly code: ApiCode;
  readonly message: string;
  /** `spec`: with media type application/json the status is 200 all the same. */
  readonly http: { readonly status: number; readonly spec?: true };
}

/**
 * The step of the handshake of automatic persisted queries that lets a client send the text. Clients look at the message or the code; some take
 * any status but 200 of application/json for a failure of the network.
 */
export const notFound: DocumentRefusal = {
  code: 'PERSISTED_QUERY_NOT_FOUND',
  message: 'PersistedQueryNotFound',
  http: { status: 404, spec: true },
};

export const unknownDocument = (parameter: string): DocumentRefusal => ({
  code: 'PERSISTED_DOCUMENT_NOT_FOUND',
  message: `${parameter}: this server has no document with this hash.`,
  http: { status: 404 },
});

export const mismatch = (parameter: string): DocumentRefusal => ({
  code: 'PERSISTED_QUERY_MISMATCH',
  message: `${parameter}: found a hash that does not match \`query\`, expected its SHA-256 in hex.`,
  http: { status: 400 },
});

export const freeText: DocumentRefusal = {
  code: 'TRUSTED_DOCUMENTS_ONLY',
  message: 'query: this server accepts only registered documents; send `documentId` or `extensions.persistedQuery`.',
  http: { status: 403 },
};

/** A parameter that has not the form of its protocol. */
export const malformed = (message: string): DocumentRefusal => ({
  code: 'BAD_REQUEST',
  message,
  http: { status: 400 },
});
