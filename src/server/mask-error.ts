import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { UnknownKeyError } from '#comparison/look-up.ts';
import { cutError } from '#graphql/execution/read-document.ts';
import { WriteFailure } from '#ledger/write/write-failure.ts';
import { type DatabaseTrouble, databaseTrouble } from '#postgres/database-trouble.ts';
import type { ApiCode } from '#refusal/codes/api-codes.ts';
import { Refusal } from '#refusal/refusal.ts';

/** Codes of the ledger that are about what the client asked, or on which it can act; every other error of the ledger is about us. */
const clientCodes: ReadonlySet<string> = new Set<ApiCode>([
  'BAD_INPUT',
  'UNKNOWN_PARTY',
  'UNKNOWN_ISSUE',
  'UNKNOWN_PROPOSITION',
  'UNKNOWN_DOCUMENT',
  'UNKNOWN_BODY',
  'UNKNOWN_SERIES',
  'TOO_MANY_WRITERS',
]);

const troubles = {
  UNAVAILABLE: {
    code: 'DATABASE_UNAVAILABLE',
    message:
      'The database cannot be reached at the moment. Queries that need no database access still work; retry the rest later.',
  },
  BUSY: { code: 'BUSY', message: 'The required database rows are locked by other requests; nothing was done. Retry.' },
  READ_ONLY: {
    code: 'DATABASE_READ_ONLY',
    message: 'The database is read-only at the moment; nothing was written.',
  },
  FULL: { code: 'DATABASE_FULL', message: 'The database has no disk space left for this request.' },
  CANCELLED: { code: 'DATABASE_TIMEOUT', message: 'The database query took too long; request less at a time.' },
} as const satisfies Record<DatabaseTrouble, { readonly code: ApiCode; readonly message: string }>;

/** HTTP as it says that something may be asked again, and when. */
const later = ({ retryAfterSeconds }: WriteFailure) => ({
  status: 503,
  headers: { 'retry-after': String(retryAfterSeconds) },
});

const at = (error: unknown) =>
  error instanceof GraphQLError
    ? { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path }
    : {};

/**
 * What a client may see of an error: those that it can act on, with their code; of a bug only that there was one. Bugs are logged, with
 * everything.
 */
export const maskErrorWith =
  (logger: Logger) =>
  (error: unknown): Error => {
    const original = error instanceof GraphQLError ? error.originalError : error;
    if (original instanceof Refusal && clientCodes.has(original.code)) {
      const extensions = {
        code: original.code,
        ...(original instanceof UnknownKeyError && { closeMatches: original.closeMatches }),
      };
      return new GraphQLError(original.message, { ...at(error), extensions });
    }
    if (original instanceof WriteFailure) {
      logger.warn({ err: original }, 'the database prevented a write');
      return new GraphQLError(original.message, {
        ...at(error),
        extensions: { code: original.code, http: later(original) },
      });
    }
    const ofGraphql = original == null || original instanceof GraphQLError;
    if (ofGraphql && error instanceof GraphQLError) return withCode(error);
    const trouble = databaseTrouble(original);
    if (trouble !== null) {
      logger.warn({ err: original }, 'the database failed during a request');
      return new GraphQLError(troubles[trouble].message, {
        ...at(error),
        extensions: { code: troubles[trouble].code },
      });
    }
    logger.error({ err: original }, 'unexpected error');
    return new GraphQLError(
      "Internal error; see the server log for this request's id (the Concord-Request-Id header).",
      {
        ...at(error),
        extensions: { code: 'INTERNAL_SERVER_ERROR' satisfies ApiCode },
      },
    );
  };

/** GraphQL's own errors about a document or its variables. */
function withCode(error: GraphQLError): GraphQLError {
  if (error.extensions.code !== undefined) return cutError(error);
  return cutError(
    new GraphQLError(error.message, { ...at(error), extensions: { ...error.extensions, code: 'BAD_INPUT' } }),
  );
}
