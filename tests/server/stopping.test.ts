import { expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { isAnybodyWaiting, until } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('seeded');
const server = useServer(database);

test('a server that is about to stop is not ready, still answers, and closes connections with the answer', async () => {
  server.server().lifecycle.leave();
  expect((await fetch(new URL('/ready', server.url()))).status).toBe(503);
  expect((await fetch(new URL('/ready?for=reads', server.url()))).status).toBe(503);
  const answer = await fetch(`${server.url()}?query=${encodeURIComponent('{ __typename }')}`);
  expect([answer.headers.get('connection'), await answer.json()]).toEqual(['close', { data: { __typename: 'Query' } }]);
});

test('a server that stops is not ready and takes no question, but answers those that it has', async () => {
  const blocker = await database.pool.connect();
  await blocker.query('BEGIN; LOCK TABLE document IN ACCESS EXCLUSIVE MODE');
  const asked = server.ask('{ document(key: "cn-ru-js-2022-02-04") { key } }');
  await until(() => isAnybodyWaiting(database));

  const stopped = server.server().lifecycle.stop();
  const ready = await fetch(new URL('/ready', server.url()));
  expect([ready.status, (await ready.json()).checks.serving]).toEqual([503, { ok: false, found: 'stopping' }]);
  expect((await fetch(new URL('/health', server.url()))).status).toBe(200);
  expect(await server.ask('{ __typename }')).toMatchObject({ errors: [{ extensions: { code: 'STOPPING' } }] });

  await blocker.query('ROLLBACK');
  blocker.release();
  expect(await asked).toEqual({ data: { document: { key: 'cn-ru-js-2022-02-04' } } });
  await stopped;
});
