import { once } from 'node:events';
import { Agent, get, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { makeDataDirectory, serverPid } from '../embedded/data-directory.ts';
import { until } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';
import { startServing } from './serving.ts';

const database = useDatabase('seeded');
const application = 'concord_shutdown_test';

/** The address of the database, by which the connections of the server under test are told from those of the test. */
const named = () => {
  const url = new URL(database.url);
  url.searchParams.set('application_name', application);
  return url.href;
};

/** Holds a lock that every read of documents waits for. */
async function lockDocuments() {
  const client = new Client(database.url);
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('BEGIN; LOCK TABLE document IN ACCESS EXCLUSIVE MODE');
  return { release: () => client.query('ROLLBACK') };
}

const waiting = async () => {
  const { rows } = await database.pool.query(
    "SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND relation = 'document'::regclass",
  );
  return rows[0].count > 0;
};

const connections = async () => {
  const { rows } = await database.pool.query(
    'SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1',
    [application],
  );
  return rows[0].count as number;
};

/** Whether the server says that it stops. */
const saysItStops = async (port: string) => (await fetch(`http://127.0.0.1:${port}/ready`)).status === 503;

/** A request that waits in the database for as long as documents are locked. */
function ask(api: string) {
  const body = JSON.stringify({ query: '{ documents(first: 1) { nodes { key } } }' });
  return fetch(api, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

test('stopped while a request waits in the database, it takes no more, answers that one, and closes every connection', async () => {
  const { api, port, child, exit } = await startServing({ DATABASE_URL: named() });
  const agent = new Agent({ keepAlive: true });
  const kept = get(`http://127.0.0.1:${port}/health`, { agent });
  const [response] = await once(kept, 'response');
  await text(response);
  const keptClosed = once(response.socket ?? kept.socket, 'close');

  const lock = await lockDocuments();
  const answer = ask(api);
  await until(waiting);
  expect(await connections()).toBeGreaterThan(0);
  child.kill('SIGTERM');
  await until(() => saysItStops(port));
  await lock.release();
  expect(await (await answer).json()).toMatchObject({ data: { documents: { nodes: [{}] } } });
  await keptClosed;
  expect(await exit).toBe(0);
  await until(async () => (await connections()) === 0);
});

test('a client that never ends its request is cut off, and the database of the server stops too', async () => {
  const folder = await makeDataDirectory();
  const { port, child, exit } = await startServing({ CONCORD_DATA_DIR: folder, CONCORD_SHUTDOWN_MS: '500' });
  const headers = { 'content-type': 'application/json', 'content-length': '1000', expect: '100-continue' };
  const endless = request(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers });
  // The server has the head of the request, and waits for the rest.
  endless.flushHeaders();
  await once(endless, 'continue');
  const cut = once(endless, 'close').catch(() => []);
  endless.on('error', () => {});
  endless.write('{ "query": ');
  child.kill('SIGTERM');
  await cut;
  expect(await exit).toBe(0);
  expect(await serverPid(folder)).toBeNull();
});

test('a request that the database never answers does not keep the process, nor its place in the database', async () => {
  const { api, child, exit } = await startServing({ DATABASE_URL: named(), CONCORD_SHUTDOWN_MS: '500' });
  await lockDocuments();
  const answer = ask(api).catch(() => 'cut');
  await until(waiting);
  child.kill('SIGTERM');
  expect(await answer).toBe('cut');
  expect(await exit).toBe(0);
  await until(async () => (await connections()) === 0);
});

test.each(['1', '3'])(
  'with a time to drain it answers for so long, while it says that it is not ready, in %s threads',
  async (threads) => {
    const { api, port, child, exit } = await startServing({
      DATABASE_URL: named(),
      CONCORD_DRAIN_MS: '3000',
      CONCORD_THREADS: threads,
    });
    await ask(api);
    child.kill('SIGTERM');
    await until(async () => (await fetch(`http://127.0.0.1:${port}/ready`)).status === 503);
    const answers = await Promise.all(Array.from({ length: 6 }, async () => (await ask(api)).json()));
    for (const answer of answers) expect(answer).toMatchObject({ data: { documents: { nodes: [{}] } } });
    expect(await exit).toBe(0);
    await until(async () => (await connections()) === 0);
  },
);

test('a second signal ends it at once, whatever is in flight', async () => {
  const { api, port, child, exit } = await startServing({ DATABASE_URL: named(), CONCORD_SHUTDOWN_MS: '3600000' });
  await lockDocuments();
  const answer = ask(api).catch(() => 'cut');
  await until(waiting);
  child.kill('SIGTERM');
  await until(() => saysItStops(port));
  // The one that npm hands on comes within half a second and does not count as the second.
  const impatience = setInterval(() => child.kill('SIGTERM'), 100);
  const code = await exit;
  clearInterval(impatience);
  expect(code).toBe(143);
  expect(await answer).toBe('cut');
});
