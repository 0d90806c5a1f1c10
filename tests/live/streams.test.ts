import { beforeAll, expect, test, vi } from 'vitest';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';
import { useServedDatabase } from '../support/open-as-served.ts';
import { stance, useWriter } from '../writers/writer.ts';
import { type Block, subscribe } from './event-stream.ts';
import { restartable } from './restartable.ts';

const database = useDatabase('migrated');
const served = useServedDatabase(() => database.url);
const writer = useWriter(served, 'editor', { threadedFrom: Number.POSITIVE_INFINITY });
const limits = { subscriptions: 3, subscriptionsPerClient: 2, trustedProxies: 1, rateLimit: 5_000 };
const limited = restartable(served, { limits, heartbeatSeconds: 0.02 });
const threaded = restartable(served, { threadedFrom: 0, queryThreads: 1 });

const query = `subscription ($since: Int, $parties: [String!]) {
  ledgerChanged(sinceRevision: $since, parties: $parties) { revision { number message } }
}`;
const numbersIn = (events: readonly { readonly data: Changed }[]) =>
  events.map(({ data }) => data.ledgerChanged.revision.number);
interface Changed {
  readonly ledgerChanged: { readonly revision: { readonly number: number } };
}

const revisions = 8;
let year = 1900;
const write = (message = 'a test') =>
  writer.write('recordStances', { message, stances: [stance({ heldFrom: `${year++}-01-01` })] });

// Revision 1 is the world; 2 to 8 are stances of TR.
beforeAll(async () => {
  await say(database, world);
  while (year < 1900 + revisions - 1) await write();
  await writer.seen(revisions);
  await limited.start();
  await threaded.start();
});

const from = (client: string) => ({ 'x-forwarded-for': client });

test('nothing on the way may keep a stream back, change it or store it', async () => {
  const headers = { 'accept-encoding': 'gzip, br', origin: 'https://elsewhere.example', accept: '*/*' };
  const stream = await subscribe(writer.url(), { query, variables: { since: 1 }, headers });
  expect(stream.status).toBe(200);
  expect(Object.fromEntries(stream.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'access-control-allow-origin': '*',
    'concord-cost': expect.stringMatching(/^\d+$/),
    'concord-request-id': expect.any(String),
  });
  expect(stream.headers.has('content-encoding')).toBe(false);
  expect(numbersIn(await stream.events<Changed>(revisions - 1))).toEqual([2, 3, 4, 5, 6, 7, 8]);
});

test('who takes no events is told so', async () => {
  const response = await fetch(writer.url(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  });
  expect(response.status).toBe(406);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_ACCEPTABLE' } }] });
  const head = await fetch(`${writer.url()}?${new URLSearchParams({ query })}`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
});

test('a place that is none, that is not reached or that is of another ledger is refused', async () => {
  const errorOf = async (asked: { id?: string; since?: number }) => {
    const headers: Record<string, string> = asked.id === undefined ? {} : { 'last-event-id': asked.id };
    const stream = await subscribe(writer.url(), { query, variables: { since: asked.since ?? null }, headers });
    const [error] = await stream.errors();
    await vi.waitUntil(() => stream.isOver());
    expect(stream.blocks.at(-1)).toMatchObject({ event: 'complete' });
    return error?.extensions?.code;
  };
  expect(await errorOf({ id: 'seven' })).toBe('BAD_INPUT');
  expect(await errorOf({ id: '7:0000000000000000' })).toBe('LEDGER_REPLACED');
  expect(await errorOf({ id: '3:0000000000000000:7' })).toBe('BAD_INPUT');
  expect(await errorOf({ since: 100_000 })).toBe('REVISION_NOT_REACHED');
});

test('a client has so many subscriptions, and a server; who quits makes room, and leaves nothing behind', async () => {
  const before = await subscribe(limited.url(), { query, headers: from('192.0.2.1') });
  const second = await subscribe(limited.url(), { query, headers: from('192.0.2.1') });
  const third = await subscribe(limited.url(), { query, headers: from('192.0.2.1') });
  expect([third.status, third.headers.get('retry-after')]).toEqual([429, '5']);
  expect(third.text).toBeDefined();
  const elsewhere = await subscribe(limited.url(), { query, headers: from('192.0.2.2') });
  expect(elsewhere.status).toBe(200);
  expect((await subscribe(limited.url(), { query, headers: from('192.0.2.3') })).status).toBe(503);
  expect(limited.figures()).toMatchObject({ subscribers: 3, questions: 1 });
  for (const stream of [before, second, elsewhere]) stream.quit();
  await vi.waitUntil(() => limited.figures()?.subscribers === 0);
  expect(limited.figures()).toMatchObject({ subscribers: 0, questions: 0 });
  const again = await subscribe(limited.url(), { query, headers: from('192.0.2.1') });
  expect(again.status).toBe(200);
});

test('a stream without events shows that it is alive, and where its client stands', async () => {
  const variables = { parties: ['CN'] };
  const stream = await subscribe(limited.url(), { query, variables, headers: from('192.0.2.4') });
  await vi.waitUntil(() => stream.text().includes('\n:\n\n') || stream.text().endsWith('\n\n:\n\n'));
  const { revision } = await write('nothing of China');
  await vi.waitUntil(() => stream.blocks.length > 1);
  const [opened, moved] = stream.blocks as [Block, Block];
  expect([opened.event, moved.event, moved.data]).toEqual([null, null, null]);
  expect(Number(moved.id?.split(':')[0])).toBe(revision?.number);
});

test('a client without points is told on when it has some again', async () => {
  const headers = from('192.0.2.9');
  const stream = await subscribe(limited.url(), { query, variables: { since: 1 }, headers });
  await vi.waitFor(async () => {
    const { errors } = await fetch(limited.url(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ __typename }' }),
    }).then((response) => response.json());
    expect(errors?.[0].extensions.code).toBe('RATE_LIMITED');
  });
  expect(numbersIn(await stream.events<Changed>(1))).toEqual([2]);
  expect(stream.isOver()).toBe(false);
});

test('a costly event is computed in another thread, and is the same', async () => {
  const asked = `subscription { ledgerChanged(sinceRevision: 1) { revision { number addedStances { nodes { key } } }
    changes { nodes { proposition { key } cells { party { key } after { position } } } } } }`;
  const [here, there] = await Promise.all(
    [writer.url(), threaded.url()].map(async (url) =>
      (await subscribe(url, { query: asked })).events<Changed>(revisions - 1),
    ),
  );
  expect(there?.slice(0, revisions - 1)).toEqual(here?.slice(0, revisions - 1));
});
