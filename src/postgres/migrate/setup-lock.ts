import { locks } from '../lock-numbers.ts';
import type { Database } from '../open-database.ts';
import { waitForEver } from '../set-up-connection.ts';
import { takeLock } from '../take-lock.ts';

/**
 * Runs `work` while no other process migrates or seeds the same database; waits for its turn, and says for whom. Not to be nested. A killed process
 * frees the lock.
 * @throws DatabaseError `LOCK_NOT_FREE` when the turn does not come in time
 */
export async function withSetupLock<T>(
  { pool, waiting }: Pick<Database, 'pool' | 'waiting'>,
  work: () => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks meanwhile must not end the process; it is thrown away below.
  client.on('error', () => {});
  try {
    await client.query('SET statement_timeout = 0');
    waitForEver(client);
    await takeLock(client, { key: locks.setup, what: 'migrating or seeding this database', ...waiting });
    return await work();
  } finally {
    client.release(true);
  }
}
