import type { Pool } from 'pg';
import { apiError } from '#graphql/api-error.ts';
import { authenticate, type Caller, type KeyProblem } from '#ledger/keys/authenticate.ts';

const reasons: Readonly<Record<KeyProblem | 'NO_BEARER' | 'NO_KEYS_HERE', string>> = {
  NO_BEARER: 'found an invalid value, expected "Bearer" and an API key',
  NO_KEYS_HERE: 'this server does not accept API keys, because CONCORD_KEY_SECRET is not set',
  WRONG_KEY: 'the API key does not exist',
  EXPIRED_KEY: 'the API key has expired',
  REVOKED_KEY: 'the API key was revoked',
};

/**
 * Who sends a request, by the Authorization header alone; null without one. Throws UNAUTHENTICATED for a header that is of no use, whatever is
 * asked.
 */
export async function callerOf(request: Request, pool: Pool, keySecret: string | null): Promise<Caller | null> {
  const header = request.headers.get('authorization');
  if (header === null) return null;
  const [, text] = /^Bearer +(\S+)$/i.exec(header.trim()) ?? [];
  if (text === undefined) throw refused('NO_BEARER');
  if (keySecret === null) throw refused('NO_KEYS_HERE');
  const caller = await authenticate(pool, text, keySecret);
  if (typeof caller === 'string') throw refused(caller);
  return caller;
}

const refused = (reason: keyof typeof reasons) =>
  apiError('UNAUTHENTICATED', `Authorization: ${reasons[reason]}.`, {
    reason,
    http: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
  });
