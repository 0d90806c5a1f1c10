import type { DatabaseError as PgError } from 'pg';
import { DatabaseError } from './database-error.ts';

// SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html
const readOnly = '25006';
const mayNot = '42501';
const diskFull = '53100';
const ended = /^(08|57P0)/;
const broke = /^(ECONNRESET|EPIPE|ECONNREFUSED|ETIMEDOUT)$/;
// Of pg and Prisma, some of whose errors have nothing but a text.
const lost =
  /^(Connection terminated|Client has encountered a connection error|Can't reach database server|Server has closed the connection|FATAL: (the database system is|terminating connection) )/;

/** What a failed statement says about the state of the server, for who runs it; null when it says nothing of that kind. */
export function failureOfServer(cause: unknown): DatabaseError | null {
  if (!(cause instanceof Error)) return null;
  const { code = '', message } = cause as PgError;
  if (code === readOnly) return new DatabaseError('DATABASE_READ_ONLY', readOnlyMessage(message), { cause });
  if (code === mayNot) {
    const text = `The user of DATABASE_URL may not do this: ${message}. Grant the right, or set another user in DATABASE_URL.`;
    return new DatabaseError('DATABASE_REFUSED', text, { cause });
  }
  if (code === diskFull) {
    const text = `The database has no disk space left: ${message}. The transaction was rolled back. Free disk space, and retry.`;
    return new DatabaseError('DATABASE_FULL', text, { cause });
  }
  if (ended.test(code) || broke.test(code) || lost.test(message)) {
    const reason = message.split('\n')[0]?.replace(/\.$/, '');
    const text = `The connection to the database was lost: ${reason}. The transaction was rolled back. Retry when the server is running again.`;
    return new DatabaseError('DATABASE_LOST', text, { cause });
  }
  return null;
}

/** The sentence about a database that takes no writes; `found` says why it does not. */
export const readOnlyMessage = (found: string): string =>
  `The database is read-only: ${found}. Serving still works; for anything else set DATABASE_URL to a writable server and a user that may write.`;
