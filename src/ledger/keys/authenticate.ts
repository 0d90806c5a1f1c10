import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { readingNoRevision } from '#postgres/accountable-pool.ts';

/** What a key may be allowed to do. */
export const scopes = ['catalogue:write', 'stances:write', 'exports:manage'] as const;

export type KeyScope = (typeof scopes)[number];

/** Who sends a request, known by an API key. `name` is the author and the source of what is written. */
export interface Caller {
  readonly keyId: number;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
}

/** An API key as its owner sends it: `concord_` for people and secret scanners, a handle to look it up by, 256 random bits. */
export interface Token {
  readonly handle: string;
  readonly text: string;
}

const form = /^concord_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/;

export function makeToken(): Token {
  const handle = randomBytes(8).toString('hex');
  return { handle, text: `concord_${handle}_${randomBytes(32).toString('base64url')}` };
}

/** The token that a text is, or null when it has not the form of one. */
export function parseToken(text: string): Token | null {
  const handle = form.exec(text)?.[1];
  return handle === undefined ? null : { handle, text };
}

/** What is stored of a token: 32 bytes that cannot be computed without the server's secret. */
export const digestOf = ({ text }: Token, secret: string): Buffer => createHmac('sha256', secret).update(text).digest();

/** Why a key does not open anything. That it expired or was revoked is told only to who has all of it. */
export type KeyProblem = 'WRONG_KEY' | 'EXPIRED_KEY' | 'REVOKED_KEY';

interface StoredKey {
  readonly id: number;
  readonly name: string;
  readonly scopes: KeyScope[];
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
  text: `
    WITH noted AS (
      UPDATE api_key SET last_used_on = current_date WHERE id = $1 AND last_used_on IS DISTINCT FROM current_date)
    SELECT revoked_at IS NULL AND coalesce(expires_at > now(), true) AS valid FROM api_key WHERE id = $1`,
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

/**
 * Notes in the primary database that a key was used today, in UTC; a write at most once a day. False when the key was revoked or has expired there: a
 * standby may learn of that later.
 */
export async function noteUse(pool: Pool, { keyId }: Caller): Promise<boolean> {
  const { rows } = await readingNoRevision(() => pool.query<{ valid: boolean }>({ ...used, values: [keyId] }));
  return rows[0]?.valid === true;
}
