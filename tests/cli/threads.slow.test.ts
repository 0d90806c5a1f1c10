import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { until } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';
import { startServing } from './serving.ts';

const database = useDatabase('seeded');
const threads = 3;
const ids = (stderr: string): unknown[] =>
  stderr
    .split('\n')
    .filter((line) => line.includes('"msg":"request"'))
    .map((line) => JSON.parse(line).id);

/** Asks on a connection of its own, unless an agent has one; the kernel chooses the thread. */
async function ask(port: string, query: string, agent = new Agent({ keepAlive: true, maxSockets: 1 })) {
  const asked = get(`http://127.0.0.1:${port}/graphql?query=${encodeURIComponent(query)}`, { agent });
  const [response] = await once(asked, 'response');
  return {
    status: response.statusCode,
    reused: asked.reusedSocket,
    id: response.headers['concord-request-id'],
    body: JSON.parse(await text(response)),
  };
}

/** Asks what the database answers, which it does only when it is released. */
async function askAndWait(port: string, times: number) {
  const blocker = new Client(database.url);
  await blocker.connect();
  onTestFinished(() => blocker.end());
  await blocker.query('BEGIN; LOCK TABLE document IN ACCESS EXCLUSIVE MODE');
  const waiting = Array.from({ length: times }, () => ask(port, '{ documents(first: 1) { nodes { key } } }'));
  for (const asked of waiting) asked.catch(() => {}); // a test that fails awaits none
  await until(async () => {
    const { rows } = await database.pool.query(
      "SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND relation = 'document'::regclass",
    );
    return rows[0].count === times;
  });
  return { waiting, release: () => blocker.query('ROLLBACK') };
}

test('threads on one port answer alike, write one log, and end together when their requests have', async () => {
  const { port, child, exit, stderr } = await startServing({
    DATABASE_URL: database.url,
    CONCORD_THREADS: String(threads),
    CONCORD_DATABASE_CONNECTIONS: '30',
    LOG_LEVEL: 'info',
  });
  const answers = await Promise.all(Array.from({ length: 40 }, () => ask(port, '{ dataset { revision } }')));
  expect(answers.map(({ status, body }) => [status, body])).toEqual(
    answers.map(() => [200, { data: { dataset: { revision: 1 } } }]),
  );

  const { waiting, release } = await askAndWait(port, 6);
  child.kill('SIGTERM');
  await until(async () => (await fetch(`http://127.0.0.1:${port}/ready`)).status === 503);
  await release();
  const ended = await Promise.all(waiting);
  expect(ended.map(({ body }) => body.data?.documents.nodes.length)).toEqual(ended.map(() => 1));
  expect(await exit).toBe(0);
  expect(ids(await stderr).sort()).toEqual([...answers, ...ended].map(({ id }) => id).sort());
});

test('a thread without requests answers on its connections while another one waits for its last', async () => {
  const { port, child, exit } = await startServing({ DATABASE_URL: database.url, CONCORD_THREADS: String(threads) });
  const agents = Array.from({ length: 24 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  const askAll = () => Promise.all(agents.map((agent) => ask(port, '{ dataset { revision } }', agent)));
  expect((await askAll()).map(({ status }) => status)).toEqual(agents.map(() => 200));

  const { waiting, release } = await askAndWait(port, 1);
  child.kill('SIGTERM');
  await until(async () => (await fetch(`http://127.0.0.1:${port}/ready`)).status === 503);
  const refused = await askAll();
  expect(refused.map(({ status, reused, body }) => [status, reused, body.errors?.[0].extensions.code])).toEqual(
    agents.map(() => [503, true, 'STOPPING']),
  );
  await release();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200]);
  expect(await exit).toBe(0);
});
