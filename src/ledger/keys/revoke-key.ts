import type { Pool } from 'pg';
import { closeMatches } from '../rules/close-matches.ts';
import { KeyError } from './key-error.ts';

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
