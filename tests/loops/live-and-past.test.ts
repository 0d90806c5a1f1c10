import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createKey } from '#ledger/keys/keys.ts';
import { subscribe } from '../live/event-stream.ts';
import { storeQuery } from '../stored-queries/store-query.ts';
import { useDatabase } from '../support/database.ts';
import { allScopes, keySecret } from '../writers/writer.ts';
import { useTwoLoops } from './several-loops.ts';

const { createMetrics } = createRequire(import.meta.url)('#server/metrics.ts') as typeof import('#server/metrics.ts');

const database = useDatabase('seeded');
const two = useTwoLoops(database);
const both = ['first', 'other'] as const;
type Loop = (typeof both)[number];

let authorization = '';
beforeAll(async () => {
  const key = { name: 'editor', scopes: allScopes, expiresAt: null };
  authorization = `Bearer ${await createKey(database.pool, key, keySecret)}`;
});

let written = 0;
/** Adds an issue through one loop; the number of the revision. */
async function write(loop: Loop): Promise<number> {
  const writing = `mutation ($input: AddIssueInput!) { addIssue(input: $input) { ... on Revised { revision { number } } } }`;
  written++;
  const input = { message: 'a test', key: `issue-${written}`, name: `Issue ${written}` };
  const { body } = await two.ask(loop, writing, { authorization }, { input });
  return JSON.parse(body).data.addIssue.revision.number;
}

interface Numbers {
  readonly ledgerChanged: { readonly revision: { readonly number: number } };
}
const numbers = 'subscription ($since: Int) { ledgerChanged(sinceRevision: $since) { revision { number } } }';
const costly = `subscription { ledgerChanged { revision { number } changes(first: 100) { nodes { proposition { key
  stances(first: 100) { nodes { key citations { locator } } } } } } issues(first: 100) { nodes { key propositions(first: 100) { nodes {
  key stances(first: 100) { nodes { key } } } } } } } }`;

const listen = (loop: Loop, query: string, headers: Record<string, string> = {}, variables = {}) =>
  subscribe(`${two.urls[loop]}/graphql`, { query, headers, variables });

test('subscribers of either loop are told of what is written through either, by the same events', async () => {
  const streams = await Promise.all(both.map((loop) => listen(loop, numbers)));
  const numbered = [await write('other'), await write('first'), await write('other')];
  const [first, other] = await Promise.all(streams.map((stream) => stream.events<Numbers>(numbered.length)));
  expect(first?.map(({ data }) => data.ledgerChanged.revision.number)).toEqual(numbered);
  expect(other).toEqual(first);

  const resumed = await listen('other', numbers, { 'last-event-id': first?.[0]?.id ?? '' });
  expect(await resumed.events<Numbers>(2)).toEqual(first?.slice(1));
});

test('an event that is costly is computed in the same threads, and is the same', async () => {
  const streams = await Promise.all(both.map((loop) => listen(loop, costly)));
  for (const { headers } of streams) expect(Number(headers.get('concord-cost'))).toBeGreaterThan(50_000);
  const number = await write('first');
  const [first, other] = await Promise.all(streams.map((stream) => stream.events<Numbers>(1)));
  expect(first?.[0]?.data.ledgerChanged.revision.number).toBe(number);
  expect(other).toEqual(first);
});

test('the subscribers of both are counted on one page of metrics', async () => {
  const metrics = createMetrics(database, { ...two.server(), webhooks: [], others: two.loops() });
  const figure = async (name: string) => {
    const value = new RegExp(`^${name} (\\d+)$`, 'm').exec(await metrics.page())?.[1];
    return Number(value);
  };
  await vi.waitFor(async () => expect(await figure('concord_subscribers')).toBe(0));
  const told = await figure('concord_subscription_events_total');
  const streams = await Promise.all(both.map((loop) => listen(loop, numbers)));
  expect(await figure('concord_subscribers')).toBe(2);
  await write('first');
  await Promise.all(streams.map((stream) => stream.events(1)));
  expect(await figure('concord_subscription_events_total')).toBe(told + 2);
});

test('a feed of a costly query has the same entries at both, each of what a revision changed', async () => {
  await storeQuery(database, {
    name: 'costly',
    document:
      '{ issues(first: 100) { nodes { key } } countries(first: 250) { nodes { key stances(first: 30) { nodes { key citations { locator } } } } } }',
  });
  const last = await write('other');
  const [first, other] = await Promise.all(
    both.map(async (loop) => (await fetch(`${two.urls[loop]}/q/costly.feed.json`)).text()),
  );
  expect(first).toContain(`revision ${last}`);
  expect(first).toContain(`revision ${last - 1}`);
  expect(other?.replaceAll(two.urls.other, two.urls.first)).toBe(first);
});

describe('the room for subscriptions', () => {
  const narrow = useTwoLoops(database, {
    CONCORD_SUBSCRIPTIONS: '5',
    CONCORD_SUBSCRIPTIONS_PER_CLIENT: '3',
    CONCORD_TRUSTED_PROXIES: '1',
  });
  const listenTo = (loop: Loop, client: string) =>
    subscribe(`${narrow.urls[loop]}/graphql`, { query: numbers, headers: { 'x-forwarded-for': client } });
  const statusOf = async (loop: Loop, client: string) => {
    const stream = await listenTo(loop, client);
    stream.quit();
    return stream.status;
  };
  const [one, another, third] = ['192.0.2.1', '192.0.2.2', '192.0.2.3'];

  test('is that of both loops together, for a client and for all; what one has that ends without a word is free', async () => {
    const streams = [await listenTo('first', one), await listenTo('other', one), await listenTo('other', one)];
    expect([await statusOf('first', one), await statusOf('other', one)]).toEqual([429, 429]);
    streams.push(await listenTo('first', another), await listenTo('other', another));
    expect([await statusOf('first', third), await statusOf('other', third)]).toEqual([503, 503]);

    streams[0]?.quit();
    await vi.waitFor(async () => expect(await statusOf('other', third)).toBe(200));
    await vi.waitFor(async () => expect(await statusOf('first', one)).toBe(200));

    const [thread] = narrow.loops().threads;
    await thread?.end();
    const free = await Promise.all([one, one, one, third].map((client) => listenTo('first', client)));
    expect(free.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await statusOf('first', third)).toBe(503);
  });
});
