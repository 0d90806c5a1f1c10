import { timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import type { Caller, Scope } from './scope.ts';
import { digestOf, parseToken } from './token.ts';

/** Why a key does not open anything. That it expired or was revoked is told only to who has all of it. */
export type KeyProblem = 'WRONG_KEY' | 'EXPIRED_KEY' | 'REVOKED_KEY';

interface StoredKey {
  readonly id: number;
  readonly name: string;
  readonly scopes: Scope[];
  readonly digest: Buffer;
  readonly expired: boolean;
  readonly revoked: boolean;
}

// Prepared: every write asks them.
const byHandle = {
  name: 'key by handle',
  text: `SELECT id, name, scopes, digest, coalesce(expires_at <= now(), false) AS expired, revoked_at IS NOT NULL AS revoked
    FROM api_key WHERE handle = $1`,
};
const used = {
  name: 'key used today',
  text: 'UPDATE api_key SET last_used_on = current_date WHERE id = $1 AND last_used_on IS DISTINCT FROM current_date',
};

/** Whose key a text is, or why it is of no use. Writes nothing. */
export async function authenticate(pool: Pool, text: string, secret: string): Promise<Caller | KeyProblem> {
  const token = parseToken(text);
  if (token === null) return 'WRONG_KEY';
  const { rows } = await pool.query<StoredKey>({ ...byHandle, values: [token.handle] });
  const [stored] = rows;
  if (stored === undefined || !timingSafeEqual(stored.digest, digestOf(token, secret))) return 'WRONG_KEY';
  if (stored.revoked) return 'REVOKED_KEY';
  if (stored.expired) return 'EXPIRED_KEY';
  return { keyId: stored.id, name: stored.name, scopes: stored.scopes };
}

/** Notes that a key was used today, in UTC; a write at most once a day. */
export async function noteUse(pool: Pool, { keyId }: Caller): Promise<void> {
  await pool.query({ ...used, values: [keyId] });
}
