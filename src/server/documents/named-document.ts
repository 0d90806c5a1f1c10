import type { GraphQLParams } from 'graphql-yoga';
import { hashIn } from './document-hash.ts';
import { type DocumentRefusal, malformed, unknownDocument } from './document-refusal.ts';

/** The parameter of a request that names a document, beside those that every GraphQL server has. */
export const documentIdParameter = 'documentId';

/** How a request names its document. */
export interface NamedDocument {
  readonly hash: string;
  /** Which parameter names it, for messages. */
  readonly place: string;
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
  const place = documentIdParameter;
  if (typeof id !== 'string') return malformed(`${place}: found ${typeof id}, expected "sha256:" and a hash in hex.`);
  const hash = hashIn(id);
  return hash === null ? unknownDocument(place) : { hash, place, handshake: false };
}

function ofPersistedQuery(persisted: unknown): NamedDocument | DocumentRefusal {
  const place = 'extensions.persistedQuery';
  const { version, sha256Hash } = Object(persisted) as { readonly version?: unknown; readonly sha256Hash?: unknown };
  if (version !== 1) return malformed(`${place}: found version ${JSON.stringify(version)}, expected 1.`);
  const hash = typeof sha256Hash === 'string' ? hashIn(sha256Hash) : null;
  if (hash === null) return malformed(`${place}.sha256Hash: expected a SHA-256 of 64 lower-case hex digits.`);
  return { hash, place, handshake: true };
}
