import type { PoolClient } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { AccountablePool } from '#postgres/accountable-pool.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('migrated');
const most = 12;

function openPool(): AccountablePool {
  const pool = new AccountablePool({ connectionString: database.url, max: most, statementTimeoutMs: 0 });
  pool.on('error', () => {}); // `end` does not wait for the server, which may be told first that the database is dropped
  onTestFinished(() => pool.end());
  return pool;
}

test('those who wait for a connection take what is given back rather than open one each', async () => {
  const pool = openPool();
  const answers = await Promise.all(Array.from({ length: 5 * most }, () => pool.query('SELECT 1')));
  expect(answers).toHaveLength(5 * most);
  expect(pool.totalCount).toBeLessThan(most);
});

test('as many as there may be are opened where nobody gives one back', async () => {
  const pool = openPool();
  const taken = await Promise.all(Array.from({ length: most }, (): Promise<PoolClient> => pool.connect()));
  expect([pool.totalCount, pool.waitingCount]).toEqual([most, 0]);
  for (const client of taken) client.release();
});
