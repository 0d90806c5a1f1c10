import type { Pool } from 'pg';
import type { PrismaClient } from '#postgres/generated/client.ts';
import { Refusal } from '#refusal/refusal.ts';
import { closeMatches } from '../rules/close-matches.ts';
import { digestOf, type KeyScope, makeToken } from './authenticate.ts';

export type KeyErrorCode = 'BAD_KEY_NAME' | 'KEY_NAME_TAKEN' | 'UNKNOWN_KEY' | 'NO_KEY_SECRET' | 'BAD_EXPIRY';

/** A key cannot be made, found or checked. */
export class KeyError extends Refusal<KeyErrorCode> {
  override readonly name = 'KeyError';
}

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** Null: never. */
  readonly expiresAt: Date | null;
}

// What imports write under when nobody says otherwise: a key of that name could overwrite what they said, and they what it said.
const importSources = ['seeds', 'unga', 'files'];

/**
 * Makes a key and gives its text, which is stored nowhere.
 * @throws KeyError when the name cannot be used, or the key would have expired already.
 */
export async function createKey(pool: Pool, { name, scopes, expiresAt }: NewKey, secret: string): Promise<string> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > 64) {
    const expected = 'lower-case letters and digits, joined by single hyphens, at most 64 characters';
    throw new KeyError('BAD_KEY_NAME', `name: found "${name}", expected ${expected}.`);
  }
  if (expiresAt !== null && expiresAt.getTime() <= Date.now()) {
    throw new KeyError('BAD_EXPIRY', `expires: found ${expiresAt.toISOString()}, expected a time in the future.`);
  }
  if (importSources.includes(name) || (await isSourceOfImports(pool, name))) {
    throw new KeyError('KEY_NAME_TAKEN', `"${name}" is the source of imports. Choose another name for the key.`);
  }
  const token = makeToken();
  const { rowCount } = await pool.query(
    `INSERT INTO api_key (handle, name, scopes, digest, expires_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (name) WHERE revoked_at IS NULL DO NOTHING`,
    [token.handle, name, scopes, digestOf(token, secret), expiresAt],
  );
  if (rowCount === 1) return token.text;
  throw new KeyError(
    'KEY_NAME_TAKEN',
    `A key "${name}" already exists. Revoke it, or choose another name for the new one.`,
  );
}

async function isSourceOfImports(pool: Pool, name: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'SELECT FROM revision WHERE source = $1 AND NOT EXISTS (SELECT FROM api_key WHERE name = $1) LIMIT 1',
    [name],
  );
  return rowCount !== 0;
}

/** What may be shown of every key there ever was, the oldest first. `lastUsedOn` is a UTC day; null: never. */
export const listKeys = (prisma: PrismaClient) =>
  prisma.apiKey.findMany({
    select: {
      name: true,
      handle: true,
      scopes: true,
      createdAt: true,
      expiresAt: true,
      revokedAt: true,
      lastUsedOn: true,
    },
    orderBy: { id: 'asc' },
  });

/**
 * Takes a key away from now on.
 * @throws KeyError `UNKNOWN_KEY` when no key of that name can be used.
 */
export async function revokeKey(pool: Pool, name: string): Promise<void> {
  const { rowCount } = await pool.query(
    'UPDATE api_key SET revoked_at = now() WHERE name = $1 AND revoked_at IS NULL',
    [name],
  );
  if (rowCount === 1) return;
  const { rows } = await pool.query<{ key: string }>('SELECT name AS key FROM api_key WHERE revoked_at IS NULL');
  const matches = closeMatches(
    name,
    rows.map(({ key }) => ({ key, names: [] })),
  );
  const hint = matches.length > 0 ? ` Close matches: ${matches.join(', ')}.` : '';
  throw new KeyError('UNKNOWN_KEY', `There is no active key "${name}".${hint}`);
}
