import type { Explained } from './explained.ts';

/** Every code that an answer over HTTP may carry in `extensions.code`; docs/errors.md is printed from this. */
export const apiCodes = {
  BAD_INPUT: [
    'An argument or variable has a value that is not allowed.',
    'The message names it, what was found and what is allowed; ask again with that.',
  ],
  BAD_ID: ['An id is not one that this API gave.', 'Take ids from answers; look up by `key` otherwise.'],
  BAD_CURSOR: [
    'A cursor does not belong to this list.',
    'Take `after` and `before` from the same list with the same filter; start again without one.',
  ],
  UNKNOWN_PARTY: ['No party has the key.', 'See `extensions.closeMatches`, or search `parties`.'],
  UNKNOWN_ISSUE: ['No issue has the key.', 'See `extensions.closeMatches`, or search `issues`.'],
  UNKNOWN_PROPOSITION: ['No proposition has the key.', 'See `extensions.closeMatches`, or search `propositions`.'],
  UNKNOWN_DOCUMENT: ['No document has the key.', 'See `extensions.closeMatches`, or search `documents`.'],
  GRAPHQL_PARSE_FAILED: ['The document is not GraphQL.', 'The message and `locations` say where.'],
  GRAPHQL_VALIDATION_FAILED: [
    'The document does not fit the schema.',
    'The message and `locations` say where; schema.graphql has every field.',
  ],
  OPERATION_RESOLUTION_FAILURE: [
    'It is not clear which operation of the document is meant.',
    'Give `operationName`, and only names that the document has.',
  ],
  BAD_REQUEST: [
    'The HTTP request is not one of GraphQL.',
    'POST JSON with `query` and, where needed, `variables` and `operationName`.',
  ],
  PERSISTED_DOCUMENT_NOT_FOUND: [
    'The server knows no GraphQL document of the hash (HTTP 404).',
    'Give it the manifest with the document (docs/client-apps.md), or send `query`.',
  ],
  PERSISTED_QUERY_NOT_FOUND: [
    'Nobody has sent the document of this hash yet, or it was forgotten.',
    'Send `query` with the hash once; clients of Apollo and urql do so by themselves.',
  ],
  PERSISTED_QUERY_MISMATCH: [
    'The hash is not that of `query` (HTTP 400).',
    'Send the SHA-256 of the very text, in hex of lower case.',
  ],
  TRUSTED_DOCUMENTS_ONLY: [
    'The server answers only documents that it knows, and stored queries (HTTP 403).',
    'Name the document by its hash; docs/client-apps.md says how documents become known.',
  ],
  UNAUTHENTICATED: [
    'The Authorization header holds no key that is valid (HTTP 401).',
    'Send `Authorization: Bearer KEY`, or none at all; `extensions.reason` says what is wrong with the key.',
  ],
  FORBIDDEN: ['The key may not do this.', 'Use a key that has the scope which the message names.'],
  BUSY: ['Others are being served first (HTTP 503); nothing was done.', 'Ask again after `Retry-After` seconds.'],
  WRITE_OUTCOME_UNKNOWN: [
    'A write was sent to be committed and no answer was seen: it may have been done (HTTP 503).',
    'Send it again with the same idempotency key; without one, read first whether it stands.',
  ],
  REVISION_NOT_REACHED: [
    'The server does not have the revision yet (HTTP 503).',
    'Ask again; a write that was answered so was done.',
  ],
  INVALID_INPUT: [
    'A write is not right; nothing was changed. In the answer of the mutation.',
    '`problems` names every place.',
  ],
  CHANGED_SINCE: [
    'Records of a write were changed after its base revision; nothing was changed. In the answer of the mutation.',
    '`changes` says what; read it again.',
  ],
  IDEMPOTENCY_KEY_REUSED: [
    'The idempotency key was used for another write; nothing was changed. In the answer of the mutation.',
    'Use a key of its own for each write.',
  ],
  TOO_MANY_WRITERS: ['Other writers came first every time; nothing was changed.', 'Try again later.'],
  BODY_TOO_LARGE: ['The body has too many bytes.', 'Put values into fewer requests; the message has the limit.'],
  TOO_MANY_TOKENS: ['The document is too long.', 'Ask in several requests.'],
  TOO_DEEP: ['Fields are nested too deeply.', 'Ask in several requests, the later ones by `key` or `id`.'],
  TOO_MANY_ALIASES: ['Too many fields are renamed.', 'Ask for lists, or in several requests.'],
  TOO_MANY_ROOT_FIELDS: ['Too many fields stand at the top of an operation.', 'Ask in several requests.'],
  TOO_MANY_FIELDS: ['With its fragments written out, an operation has too many fields.', 'Ask for fewer fields.'],
  TOO_MANY_DIRECTIVES: ['An operation has too many directives.', 'Leave out what is always so.'],
  QUERY_TOO_COSTLY: [
    'The query could cost more points than are allowed at once.',
    'Ask for shorter pages, fewer parties or fewer fields; docs/limits.md says how points are counted.',
  ],
  RATE_LIMITED: [
    'This client has used up its points for now (HTTP 429).',
    'Wait the seconds that the header `Retry-After` says.',
  ],
  REQUEST_TIMEOUT: ['The answer took too long and was given up (HTTP 503).', 'Ask for less at a time.'],
  DATABASE_TIMEOUT: ['The database took too long for a part of the answer.', 'Ask for less at a time.'],
  DATABASE_UNAVAILABLE: [
    'The database cannot be reached now.',
    'Ask again later; what needs no documents is answered all the same.',
  ],
  DATABASE_READ_ONLY: [
    'Nothing can be written to the database, as while another server takes over; nothing was (HTTP 503).',
    'Send a write again after `Retry-After` seconds; a command needs a database that takes writes, and a role with the rights.',
  ],
  DATABASE_FULL: [
    'The database has no space left; nothing was written (HTTP 503).',
    'Make room where its data are; send it again then.',
  ],
  UNKNOWN_STORED_QUERY: [
    'No stored query has this name, or not this version (HTTP 404).',
    'See `extensions.closeMatches`; `/q/` lists them.',
  ],
  INVALID_STORED_QUERY: [
    'A question cannot be stored so, or was stored for another version of Concord.',
    'The message says what was found and expected; amend it.',
  ],
  TABLE_INCOMPLETE: [
    'A stored query cannot be a table: a list within its rows is longer than a page.',
    'Ask for JSON, or store the question with that list outermost or with `first`.',
  ],
  NOT_FOUND: [
    'There is nothing at the address (HTTP 404).',
    'The API is at `/graphql`, the stored queries are listed by `/q/`, the exports by `/exports/`.',
  ],
  METHOD_NOT_ALLOWED: ['The address takes no such method (HTTP 405).', 'The header `Allow` names those that it takes.'],
  STOPPING: ['This server is stopping (HTTP 503).', 'Ask another one, or again later.'],
  INTERNAL_SERVER_ERROR: [
    'A mistake of ours; it is in our log, under the request id of the header `Concord-Request-Id`.',
    'Report it with that id.',
  ],
} as const satisfies Record<string, Explained>;

export type ApiCode = keyof typeof apiCodes;
