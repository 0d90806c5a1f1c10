import type { PoolClient } from 'pg';
import type { Database } from '#ledger/open-database.ts';

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

/** Asks a question of the database until the answer is yes. The database answers each time, so nobody sleeps. */
export async function until(question: () => Promise<boolean>): Promise<void> {
  while (!(await question())) await new Promise(setImmediate);
}

/** Whether a backend waits for a lock that somebody else holds. */
export async function isWaiting({ pool }: Database, backend: number): Promise<boolean> {
  const { rows } = await pool.query<{ waits: boolean }>('SELECT cardinality(pg_blocking_pids($1)) > 0 AS waits', [
    backend,
  ]);
  return rows[0]?.waits === true;
}

export async function backendOf(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid as number; // always one row
}
