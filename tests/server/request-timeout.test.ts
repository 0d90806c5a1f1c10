import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '#postgres/open-database.ts';
import { useServer } from '../api/running-server.ts';
import { isAnybodyWaiting, until } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';

// The server's own copy of the module, which Node loads and not Vite: the pool has to know who holds its connections.
const { openDatabase } = createRequire(import.meta.url)(
  '#postgres/open-database.ts',
) as typeof import('#postgres/open-database.ts');

const database = useDatabase('seeded');
const ofServer = {} as { -readonly [Key in keyof Database]: Database[Key] };
beforeAll(async () => void Object.assign(ofServer, await openDatabase(database.url)));
afterAll(() => ofServer.close());
const server = useServer(ofServer, { requestTimeoutMs: 2_000 });

const query = '{ document(key: "cn-ru-js-2022-02-04") { title } comparison(parties: ["CN", "RU"]) { revision } }';

test('a request that the database keeps waiting is given up, and its statement cancelled', async () => {
  // The first ones wait for the snapshot and for Prisma to load.
  await vi.waitFor(() => server.dataOf(query), { timeout: 20_000 });
  const blocker = await database.pool.connect();
  await blocker.query('BEGIN; LOCK TABLE document IN ACCESS EXCLUSIVE MODE');
  let answered = false;
  const asked = server.errorOf(query).finally(() => {
    answered = true;
  });
  // On a busy machine the statement can come so late that it is cancelled before it was seen waiting.
  await until(async () => answered || (await isAnybodyWaiting(database)));
  expect(await asked).toMatchObject({
    code: 'REQUEST_TIMEOUT',
    message: 'The request took longer than 2000 ms; request less at a time.',
  });
  await until(async () => !(await isAnybodyWaiting(database)));
  await blocker.query('ROLLBACK');
  blocker.release();
  expect(server.logged.map(({ msg }) => msg)).toContain('the database failed during a request');
});

test('the next request is answered as if nothing had been', async () => {
  expect(await server.dataOf(query)).toMatchObject({ document: { title: expect.any(String) } });
});

test('a stored query that takes too long says what can take longer', async () => {
  const blocker = await database.pool.connect();
  await blocker.query('BEGIN; LOCK TABLE citation IN ACCESS EXCLUSIVE MODE');
  const response = await fetch(new URL('/q/new-positions.csv', server.url()));
  await blocker.query('ROLLBACK');
  blocker.release();
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    errors: [
      {
        message:
          'new-positions took longer than 2000 ms; ask for less by its parameters. `concord queries ask new-positions` and an export (docs/exports.md) may take as long as they need.',
        extensions: { code: 'REQUEST_TIMEOUT' },
      },
    ],
  });
});
