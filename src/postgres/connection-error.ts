import type { DatabaseError as PgError } from 'pg';
import { DatabaseError } from './database-error.ts';

const login = 'Correct the user and the password in DATABASE_URL.';

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
    const way = waysOut[code] ?? 'Correct DATABASE_URL, or configure the server to accept the connection.';
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
  const text = `No database responds at ${address}: ${message || code}. Start the server, or correct DATABASE_URL.`;
  return new DatabaseError('DATABASE_UNREACHABLE', text, { cause });
}
