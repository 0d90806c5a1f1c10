import type { Explained } from './explained.ts';

/** Every code that an answer over HTTP may carry in `extensions.code`; docs/errors.md is printed from this. */
export const apiCodes = {
  BAD_INPUT: [
    'An argument or variable has an invalid value.',
    'The message says which one, what was found and what is allowed; correct it.',
  ],
  BAD_ID: ['An id was not issued by this API.', 'Use ids from responses, or look up by `key`.'],
  BAD_CURSOR: [
    'A cursor does not belong to this list.',
    'Use cursors from the same list with the same filter, or start again without one.',
  ],
  UNKNOWN_PARTY: [
    'No party has the key, code or name, or several have it.',
    'See `extensions.closeMatches`, or search `parties`; docs/names.md says what is taken.',
  ],
  UNKNOWN_ISSUE: ['No issue has the key.', 'See `extensions.closeMatches`, or search `issues`.'],
  UNKNOWN_PROPOSITION: ['No proposition has the key.', 'See `extensions.closeMatches`, or search `propositions`.'],
  UNKNOWN_DOCUMENT: ['No document has the key.', 'See `extensions.closeMatches`, or search `documents`.'],
  UNKNOWN_BODY: [
    'No roll call is of the body.',
    'See `extensions.closeMatches` and the message; `propositions` shows the bodies of roll calls.',
  ],
  UNKNOWN_SERIES: [
    'No roll call is of the series.',
    'See `extensions.closeMatches` and the message; `propositions` shows the series of roll calls.',
  ],
  GRAPHQL_PARSE_FAILED: ['The document is not valid GraphQL syntax.', 'See the message and `locations`.'],
  GRAPHQL_VALIDATION_FAILED: [
    'The document does not match the schema.',
    'See the message and `locations`; schema.graphql lists every field.',
  ],
  OPERATION_RESOLUTION_FAILURE: [
    'The operation to execute cannot be determined.',
    'Set `operationName` to the name of an operation in the document.',
  ],
  BAD_REQUEST: [
    'The HTTP request is not a valid GraphQL request.',
    'POST JSON with `query` and, where needed, `variables` and `operationName`.',
  ],
  PERSISTED_DOCUMENT_NOT_FOUND: [
    'The server has no GraphQL document with this hash (HTTP 404).',
    'Register the document in a manifest (docs/client-apps.md), or send `query`.',
  ],
  PERSISTED_QUERY_NOT_FOUND: [
    'The document with this hash has not been sent yet, or is no longer stored.',
    'Send `query` together with the hash once; Apollo Client and urql do so automatically.',
  ],
  PERSISTED_QUERY_MISMATCH: [
    'The hash does not match `query` (HTTP 400).',
    'Send the SHA-256 of the exact text in hex.',
  ],
  TRUSTED_DOCUMENTS_ONLY: [
    'The server accepts only registered documents and stored queries (HTTP 403).',
    'Send the hash of a registered document; see docs/client-apps.md for how to register one.',
  ],
  UNAUTHENTICATED: [
    'The Authorization header does not contain a valid key (HTTP 401).',
    'Send `Authorization: Bearer KEY`, or omit the header; `extensions.reason` says what is wrong.',
  ],
  FORBIDDEN: ['The key lacks the required scope.', 'Use a key with the scope named in the message.'],
  NOT_ACCEPTABLE: [
    'The client does not accept the form in which this is answered (HTTP 406).',
    'Send `Accept: text/event-stream` with a subscription; clients of graphql-sse and EventSource do.',
  ],
  TOO_MANY_SUBSCRIPTIONS: [
    'The client (HTTP 429) or the server (HTTP 503) has as many subscriptions as it may.',
    'End one, or retry after `Retry-After` seconds, on another server if there is one.',
  ],
  LEDGER_REPLACED: [
    'The ledger that a subscription followed was replaced or restored: it says something else of a revision that was told.',
    'Read what is needed again, and subscribe without `Last-Event-ID`.',
  ],
  BUSY: ['The server is busy with other requests (HTTP 503); nothing was done.', 'Retry after `Retry-After` seconds.'],
  WRITE_OUTCOME_UNKNOWN: [
    'The outcome of a commit is unknown: the write may have been done (HTTP 503).',
    'Retry with the same idempotency key; without one, first check whether the write was done.',
  ],
  REVISION_NOT_REACHED: [
    'The server has not reached the requested revision yet (HTTP 503).',
    'Retry a query. A write that returned this error was done.',
  ],
  INVALID_INPUT: [
    'The input of a write is invalid; nothing was changed. Returned in the result of the mutation.',
    '`problems` lists every invalid value.',
  ],
  CHANGED_SINCE: [
    'Records that a write touches changed after its base revision; nothing was changed. Returned in the result of the mutation.',
    '`changes` lists them; read them again and retry.',
  ],
  IDEMPOTENCY_KEY_REUSED: [
    'The idempotency key was already used for another write; nothing was changed. Returned in the result of the mutation.',
    'Use a new key for each write.',
  ],
  TOO_MANY_WRITERS: ['The write lost against concurrent writes on every attempt; nothing was changed.', 'Retry later.'],
  BODY_TOO_LARGE: [
    'The request body is too large.',
    'Split the input over several requests; the message states the limit.',
  ],
  TOO_MANY_TOKENS: ['The document has too many tokens.', 'Split it into several requests.'],
  TOO_DEEP: ['Fields are nested too deeply.', 'Split it into several requests; fetch nested objects by `key` or `id`.'],
  TOO_MANY_ALIASES: ['The operation has too many aliases.', 'Query lists, or split it into several requests.'],
  TOO_MANY_ROOT_FIELDS: ['The operation has too many root fields.', 'Split it into several requests.'],
  TOO_MANY_FIELDS: ['The operation has too many fields, with fragments expanded.', 'Select fewer fields.'],
  TOO_MANY_DIRECTIVES: ['The operation has too many directives.', 'Remove directives that are always true or false.'],
  QUERY_TOO_COSTLY: [
    'The query could cost more points than one request may.',
    'Request shorter pages, fewer parties or fewer fields; docs/limits.md explains how points are counted.',
  ],
  RATE_LIMITED: ['The client has used up its points for now (HTTP 429).', 'Retry after `Retry-After` seconds.'],
  REQUEST_TIMEOUT: ['The request took too long and was aborted (HTTP 503).', 'Request less at a time.'],
  DATABASE_TIMEOUT: ['A database query took too long.', 'Request less at a time.'],
  DATABASE_UNAVAILABLE: [
    'The database cannot be reached at the moment.',
    'Retry later; queries that need no database access still work.',
  ],
  READ_ONLY: [
    'The server reads from a standby and takes no writes; nothing was changed (HTTP 421).',
    'Send writes to `extensions.writeUrl`, or to another server.',
  ],
  DATABASE_READ_ONLY: [
    'The database is read-only, for example during a failover; nothing was written (HTTP 503).',
    'Retry a write after `Retry-After` seconds; run a command against a writable database with a role that may write.',
  ],
  DATABASE_FULL: [
    'The database has no disk space left; nothing was written (HTTP 503).',
    'Free disk space on the database server, then retry.',
  ],
  UNKNOWN_STORED_QUERY: [
    'There is no stored query with this name or version (HTTP 404).',
    'See `extensions.closeMatches`; `/q/` lists them.',
  ],
  INVALID_STORED_QUERY: [
    'A stored query is invalid, or was stored by a version of Concord with a different schema.',
    'The message says what was found and what was expected; amend it.',
  ],
  TABLE_INCOMPLETE: [
    'The table of a stored query would be incomplete: a list within its rows is longer than a page.',
    'Request JSON, or store the query with that list outermost or with `first`.',
  ],
  FEED_TOO_LARGE: [
    'The table of a stored query has too many rows for a feed of its changes (HTTP 422).',
    'Narrow the query by its parameters, or compare exports of it.',
  ],
  NOT_FOUND: [
    'There is nothing at this address (HTTP 404).',
    'The API is at `/graphql`; `/q/` lists the stored queries, `/exports/` the exports.',
  ],
  RANGE_NOT_SATISFIABLE: [
    'The requested range is outside the file (HTTP 416).',
    'The `Content-Range` header says how long the file is.',
  ],
  PRECONDITION_FAILED: [
    'The file is not the one that `If-Match` or `If-Unmodified-Since` names (HTTP 412).',
    'Request the file without that header.',
  ],
  METHOD_NOT_ALLOWED: [
    'The address does not support this method (HTTP 405).',
    'The `Allow` header lists the supported methods.',
  ],
  STOPPING: ['This server is shutting down (HTTP 503).', 'Retry later or on another server.'],
  INTERNAL_SERVER_ERROR: [
    'An internal error. The server log has it under the request id in the `Concord-Request-Id` header.',
    'Report it with the request id.',
  ],
} as const satisfies Record<string, Explained>;

export type ApiCode = keyof typeof apiCodes;
