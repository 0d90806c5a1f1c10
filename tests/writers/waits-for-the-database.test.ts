import { once } from 'node:events';
import { createServer } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { until } from '../ledger/transaction.ts';
import { type Cable, layCable } from '../snapshot/cable.ts';
import { useDatabase } from '../support/database.ts';
import { useServedDatabase } from '../support/open-as-served.ts';
import { unsent, useWriter } from './writer.ts';

const database = useDatabase('migrated');
let cable: Cable;
beforeAll(async () => {
  await say(database, world);
  cable = await layCable(database.url);
});
const served = useServedDatabase(() => cable.url);
const writer = useWriter(served, 'editor', { requestTimeoutMs: 8_000 });

const input = unsent();
const newest = async () =>
  (await database.pool.query<{ last: number }>('SELECT last FROM revision_counter')).rows[0]?.last;

test('writes that come while the database is away wait for it, and each is done once', async () => {
  await writer.write('recordStances', input());
  const before = (await newest()) ?? 0;
  await cable.cut();
  let attempts = 0;
  const nobody = createServer((socket) => {
    attempts++;
    socket.destroy();
  });
  await once(nobody.listen(Number(new URL(cable.url).port), '127.0.0.1'), 'listening');
  const writing = Promise.all([input(), input(), input()].map((said) => writer.write('recordStances', said)));
  writing.catch(() => {}); // a test that fails does not await it
  await until(async () => attempts > 5);
  await once(nobody.close(), 'close');
  await cable.mend();
  const written = await writing;
  expect(written.map(({ changed }) => changed)).toEqual([true, true, true]);
  expect(new Set(written.map(({ revision }) => revision?.number))).toEqual(
    new Set([before + 1, before + 2, before + 3]),
  );
  expect(await newest()).toBe(before + 3);
});

test('one whose database stays away is refused in time, and nothing was written', async () => {
  const before = await newest();
  const said = input();
  await cable.cut();
  const failure = await writer.failure('recordStances', said);
  await cable.mend();
  expect(failure).toEqual({
    status: 503,
    retryAfter: '5',
    code: 'DATABASE_UNAVAILABLE',
    message: expect.stringMatching(/^The database cannot be reached at the moment/),
  });
  expect(await newest()).toBe(before);
  expect((await writer.write('recordStances', said)).changed).toBe(true);
});

test('a query with a key is not held: it is answered before a write that came earlier', async () => {
  await cable.cut();
  const ends: unknown[] = [];
  await Promise.all([
    writer.failure('recordStances', input()).then(({ code }) => ends.push(['write', code])),
    writer
      .ask('{ dataset { revision } }', {}, { authorization: writer.authorization() })
      .then(({ errors }) => ends.push(['query', errors?.[0]?.extensions?.code])),
  ]);
  await cable.mend();
  expect(ends).toEqual([
    ['query', 'DATABASE_UNAVAILABLE'],
    ['write', 'DATABASE_UNAVAILABLE'],
  ]);
});
