import type { ApiCode } from '#refusal/codes/api-codes.ts';

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

export const unknownDocument = (place: string): DocumentRefusal => ({
  code: 'PERSISTED_DOCUMENT_NOT_FOUND',
  message: `${place}: this server has no document with this hash.`,
  http: { status: 404 },
});

export const mismatch = (place: string): DocumentRefusal => ({
  code: 'PERSISTED_QUERY_MISMATCH',
  message: `${place}: found a hash that does not match \`query\`, expected its SHA-256 in hex.`,
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
