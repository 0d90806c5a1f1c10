import type { DatabaseError as PgError } from 'pg';
import { Refusal } from '#refusal/refusal.ts';

export type DatabaseErrorCode =
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_REFUSED'
  | 'DATABASE_TOO_OLD'
  | 'DATABASE_READ_ONLY'
  | 'DATABASE_FULL'
  | 'DATABASE_LOST'
  | 'DATABASE_POOLED'
  | 'LOCK_NOT_FREE';

/** The database cannot be used. */
export class DatabaseError extends Refusal<DatabaseErrorCode> {
  override readonly name = 'DatabaseError';
}

const login = 'Correct the user and the password in DATABASE_URL.';

const tls = 'If the server wants TLS, add sslmode=require or sslmode=verify-full to DATABASE_URL.';
/** Codes of Node's TLS. */
const ofCertificates = /^(CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|HOSTNAME_MISMATCH|ERR_TLS_)/;

/** What to do about a refusal, by SQLSTATE. */
const waysOut: Readonly<Record<string, string>> = {
  '28000': login,
  '28P01': login,
  '3D000': 'Create it, or correct its name in DATABASE_URL.',
  '42501': 'Grant the user this right, or set another user in DATABASE_URL.',
  '53300': 'Reduce the number of connections, or raise max_connections on the server.',
  '57P03': 'Retry in a moment.',
};

/** Why no connection to the server at `address` (without user and password) came about, and the way out. */
export function connectionError(cause: unknown, address: string): DatabaseError {
  const { severity, code = '', message } = cause as PgError;
  // Only what the server itself says has a severity.
  if (severity !== undefined) {
    const way = message.includes('no encryption')
      ? tls
      : (waysOut[code] ?? 'Correct DATABASE_URL, or configure the server to accept the connection.');
    return new DatabaseError(
      'DATABASE_REFUSED',
      `The server at ${address} refused the connection: ${message}. ${way}`,
      { cause },
    );
  }
  if (message.includes('password must be')) {
    const text = `The server at ${address} requires a password, but DATABASE_URL has none. ${login}`;
    return new DatabaseError('DATABASE_REFUSED', text, { cause });
  }
  if (message.includes('does not support SSL')) {
    const text = `The server at ${address} does not offer TLS, which sslmode of DATABASE_URL requires. Configure it there, or set sslmode=prefer, which goes on without.`;
    return new DatabaseError('DATABASE_REFUSED', text, { cause });
  }
  if (ofCertificates.test(code)) {
    const text = `The certificate of the server at ${address} was not accepted: ${message}. Give the file of its authority as sslrootcert in DATABASE_URL and a host name that it is for; sslmode=require does not verify it.`;
    return new DatabaseError('DATABASE_REFUSED', text, { cause });
  }
  const text = `No database responds at ${address}: ${message || code}. Start the server, or correct DATABASE_URL.`;
  return new DatabaseError('DATABASE_UNREACHABLE', text, { cause });
}

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

/** New connections lead to a standby: there is no primary at the moment, or not for a balancer. Coded as a server says it that is asked to write. */
export class LedToStandbyError extends Error {
  override readonly name = 'LedToStandbyError';
  readonly code = readOnly;

  constructor() {
    super('new connections lead to a standby');
  }
}

/** A COMMIT was sent, and it is not known whether it was done, or not to which servers. */
export class OutcomeUnknownError extends Refusal<'WRITE_OUTCOME_UNKNOWN'> {
  override readonly name = 'OutcomeUnknownError';

  constructor(options?: ErrorOptions) {
    const message =
      'The connection was lost during the commit: the change may have been done. Run the command again; what was already done is not repeated.';
    super('WRITE_OUTCOME_UNKNOWN', message, options);
  }
}
