import type { ClientBase, Pool } from 'pg';
import { noticeLostClient } from '#postgres/notice-lost-client.ts';
import { withoutTimeLimit } from '#postgres/without-time-limit.ts';

/** Runs `work` in one transaction on a connection of its own and commits when it says so. In every other case nothing has happened. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: ClientBase) => Promise<{ readonly commit: boolean; readonly result: T }>,
): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks must not end the process; the query under way fails, and that is enough.
  const ignore = () => {};
  client.on('error', ignore);
  let broken = true;
  try {
    await client.query('BEGIN');
    await withoutTimeLimit(client);
    await client.query(
      `SET LOCAL work_mem = '64MB'; SET LOCAL jit = off; SET LOCAL datestyle = 'ISO'; ${noticeLostClient('true')}`,
    );
    const { commit, result } = await work(client);
    await client.query(commit ? 'COMMIT' : 'ROLLBACK');
    broken = false;
    return result;
  } finally {
    if (!broken) client.off('error', ignore); // one that broke may still say so
    client.release(broken);
  }
}
