import type { DatabaseError as PgError, Pool } from 'pg';
import { DatabaseError } from './database-error.ts';

const oldestMajor = 15;

/**
 * Asks the server whether it is there and new enough.
 * @throws DatabaseError
 */
export async function checkServer(pool: Pool, address: string): Promise<void> {
  const version = await askVersion(pool, address);
  if (Math.floor(version / 10_000) >= oldestMajor) return;
  const message = `The server at ${address} is PostgreSQL ${Math.floor(version / 10_000)}; Concord needs ${oldestMajor} or newer.`;
  throw new DatabaseError('DATABASE_TOO_OLD', message);
}

async function askVersion(pool: Pool, address: string): Promise<number> {
  try {
    const { rows } = await pool.query("SELECT current_setting('server_version_num')::int AS version");
    return rows[0].version;
  } catch (cause) {
    const { severity, message } = cause as PgError;
    // Only what the server itself says has a severity.
    if (severity !== undefined) {
      throw new DatabaseError('DATABASE_REFUSED', `The server at ${address} refuses: ${message}.`, { cause });
    }
    const reason = message || String((cause as NodeJS.ErrnoException).code);
    throw new DatabaseError('DATABASE_UNREACHABLE', `No database answers at ${address}: ${reason}.`, { cause });
  }
}
