import type { Pool } from 'pg';
import { apiError } from '#graphql/api-error.ts';
import { authenticate, type Refusal } from '#ledger/keys/authenticate.ts';
import type { Caller } from '#ledger/keys/scope.ts';

const reasons: Readonly<Record<Refusal | 'NO_BEARER', string>> = {
  NO_BEARER: 'found something else, expected "Bearer" and an API key',
  WRONG_KEY: 'there is no such API key here',
  EXPIRED_KEY: 'the API key has expired',
  REVOKED_KEY: 'the API key was revoked',
};

/**
 * Who sends a request, by the Authorization header alone; null without one. Throws UNAUTHENTICATED for a header that is of no use, whatever is
 * asked. Without a secret no key can be right.
 */
export async function callerOf(request: Request, pool: Pool, keySecret: string | null): Promise<Caller | null> {
  const header = request.headers.get('authorization');
  if (header === null) return null;
  const [, text] = /^Bearer +(\S+)$/i.exec(header.trim()) ?? [];
  if (text === undefined) throw refused('NO_BEARER');
  const caller = keySecret === null ? 'WRONG_KEY' : await authenticate(pool, text, keySecret);
  if (typeof caller === 'string') throw refused(caller);
  return caller;
}

const refused = (reason: keyof typeof reasons) =>
  apiError('UNAUTHENTICATED', `Authorization: ${reasons[reason]}.`, {
    reason,
    http: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
  });
