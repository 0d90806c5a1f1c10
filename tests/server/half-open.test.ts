import { beforeAll, expect, test, vi } from 'vitest';
import { type Answer, useServer } from '../api/running-server.ts';
import { type Cable, layCable } from '../snapshot/cable.ts';
import { useDatabase } from '../support/database.ts';
import { useServedDatabase } from '../support/open-as-served.ts';

const direct = useDatabase('seeded');
let cable: Cable;
beforeAll(async () => {
  cable = await layCable(direct.url);
  return () => cable.cut();
});
const through = useServedDatabase(() => cable.url, { statementTimeoutMs: 2_000 });
const server = useServer(through, { requestTimeoutMs: 1_000 });

const sources = '{ document(key: "cn-ru-js-2022-02-04") { title } }';
const codesOf = ({ errors = [] }: Answer) => errors.map(({ extensions }) => extensions?.code);

test('connections of the pool on which nothing passes any more are given up by the request that meets one, and soon all are answered again', async () => {
  const before = await vi.waitFor(() => server.dataOf(sources), { timeout: 20_000 });
  // So that several are open.
  await Promise.all(Array.from({ length: 8 }, () => server.ask(sources)));
  const { heard } = cable.drop();
  const first = server.ask(sources);
  await heard;
  expect(['REQUEST_TIMEOUT', 'DATABASE_UNAVAILABLE']).toContain(codesOf(await first)[0]);
  // Soon none of the old ones is left to meet.
  const all = () => Promise.all(Array.from({ length: 20 }, () => server.ask(sources)));
  await vi.waitFor(async () => expect((await all()).flatMap(codesOf)).toEqual([]), { timeout: 15_000 });
  expect(await server.dataOf(sources)).toEqual(before);
});

test('what nobody limits is given up some seconds after the time limit of the database', async () => {
  const client = await through.pool.connect();
  cable.drop();
  const failed = await client.query('SELECT 1').catch((error) => error);
  client.release();
  expect(failed.message).toMatch(/^Connection terminated: no response from the server for \d/);
  expect((await through.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

test('supervisors who ask whether it is ready do not use up the pool', async () => {
  await through.pool.query('SELECT 1');
  cable.drop();
  const ready = () => fetch(new URL('/ready', server.url()));
  const statuses = await Promise.all(Array.from({ length: 15 }, async () => (await ready()).status));
  expect(statuses).toContain(503);
  await vi.waitFor(async () => expect(await server.ask(sources)).not.toHaveProperty('errors'), { timeout: 15_000 });
});
