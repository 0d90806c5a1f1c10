import type { Pool } from 'pg';

// Not the lock of Prisma's migrations, which the schema engine takes inside of this one on a connection of its own.
const setupLock = 1_179_201_108;

/**
 * Runs `work` while no other process migrates or seeds the same database; waits for its turn. Not to be nested. A killed process frees
 * the lock.
 */
export async function withSetupLock<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks meanwhile must not end the process; it is thrown away below.
  client.on('error', () => {});
  try {
    await client.query('SET statement_timeout = 0');
    await client.query(`SELECT pg_advisory_lock(${setupLock})`);
    return await work();
  } finally {
    client.release(true);
  }
}
