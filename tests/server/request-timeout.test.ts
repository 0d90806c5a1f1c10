import { expect, test, vi } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { until } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('seeded');
const server = useServer(database, { requestTimeoutMs: 1_500 });

const query = '{ document(key: "cn-ru-js-2022-02-04") { title } comparison(parties: ["CN", "RU"]) { revision } }';

/** Statements of requests that run at the moment; those of this test aside. */
async function running(): Promise<number> {
  const { rows } = await database.pool.query(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid() AND wait_event_type = 'Lock'`,
  );
  return rows[0].count;
}

test('a request that the database keeps waiting is given up, and its statement cancelled', async () => {
  // The first ones wait for the snapshot and for Prisma to load.
  await vi.waitFor(() => server.dataOf(query), { timeout: 20_000 });
  const blocker = await database.pool.connect();
  await blocker.query('BEGIN; LOCK TABLE document IN ACCESS EXCLUSIVE MODE');
  const asked = fetch(server.url(), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  await until(async () => (await running()) > 0);
  const response = await asked;
  const answer = await response.json();
  await until(async () => (await running()) === 0);
  await blocker.query('ROLLBACK');
  blocker.release();
  expect(response.status).toBe(503);
  expect(answer.errors).toEqual([
    {
      message: 'The answer took longer than 1500 ms; ask for less at a time.',
      extensions: { code: 'REQUEST_TIMEOUT' },
    },
  ]);
});

test('the next request is answered as if nothing had been', async () => {
  expect(await server.dataOf(query)).toMatchObject({ document: { title: expect.any(String) } });
});
