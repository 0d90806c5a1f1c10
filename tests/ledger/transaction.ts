import type { PoolClient } from 'pg';
import { vi } from 'vitest';
import type { Database } from '#postgres/open-database.ts';

/** Does something in a transaction of its own and rolls it back, so that nothing of it is left. */
export async function rolledBack<T>({ pool }: Database, use: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    return await use(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** Takes the next revision number in the client's transaction. */
export async function takeRevision(client: PoolClient, source = 'test'): Promise<number> {
  const { rows } = await client.query<{ number: number }>(
    "INSERT INTO revision (author, source, message) VALUES ('tester', $1, 'a test') RETURNING number",
    [source],
  );
  return rows[0]?.number as number; // INSERT … RETURNING of one row gives one row
}

/** Asks a question again and again until the answer is yes; the time limit of the test ends it. */
export async function until(question: () => boolean | Promise<boolean>): Promise<void> {
  // With pauses: who asks without them takes the processor from what is waited for, and from the tests beside.
  await vi.waitUntil(question, { timeout: 600_000, interval: 5 });
}

/** The backends of the database that wait for a lock that somebody else holds. */
export async function waitingBackends({ pool }: Database): Promise<number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`,
  );
  return rows.map(({ pid }) => pid);
}

export const isAnybodyWaiting = async (database: Database): Promise<boolean> =>
  (await waitingBackends(database)).length > 0;
