import type { Pool } from 'pg';
import { connectionError } from './connection-error.ts';
import { DatabaseError } from './database-error.ts';

export const oldestMajor = 15;

/**
 * Asks the server whether it is there and new enough.
 * @throws DatabaseError
 */
export async function checkServer(pool: Pool, address: string): Promise<void> {
  const version = await askVersion(pool, address);
  if (Math.floor(version / 10_000) >= oldestMajor) return;
  const message = `The server at ${address} is PostgreSQL ${Math.floor(version / 10_000)}; Concord needs ${oldestMajor} or newer. Upgrade it, or set DATABASE_URL to another server; without DATABASE_URL, Concord runs its own.`;
  throw new DatabaseError('DATABASE_TOO_OLD', message);
}

async function askVersion(pool: Pool, address: string): Promise<number> {
  try {
    const { rows } = await pool.query("SELECT current_setting('server_version_num')::int AS version");
    return rows[0].version;
  } catch (cause) {
    throw connectionError(cause, address);
  }
}
