import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createKey } from '#ledger/keys/keys.ts';
import { useDatabase } from '../support/database.ts';
import { allScopes, keySecret } from '../writers/writer.ts';
import { useTwoLoops } from './several-loops.ts';

const { createMetrics } = createRequire(import.meta.url)('#server/metrics.ts') as typeof import('#server/metrics.ts');

const database = useDatabase('seeded');
const both = ['first', 'other'] as const;
const comparison = '{ comparison(parties: ["CN", "RU"]) { revision rows { nodes { proposition { key } verdict } } } }';

describe('two event loops of one process', () => {
  const two = useTwoLoops(database);
  let authorization = '';
  beforeAll(async () => {
    const token = await createKey(database.pool, { name: 'editor', scopes: allScopes, expiresAt: null }, keySecret);
    authorization = `Bearer ${token}`;
  });

  /** Writes through one loop, and gives the revision. */
  async function write(loop: (typeof both)[number], key: string): Promise<number> {
    const mutation = `mutation ($input: AddIssueInput!) { result: addIssue(input: $input) { __typename ... on Revised { revision { number } } } }`;
    const input = { message: 'a test', key, name: `The issue ${key}` };
    const { body } = await two.ask(loop, mutation, { authorization }, { input });
    const { data, errors } = JSON.parse(body);
    expect(errors).toBeUndefined();
    return data.result.revision.number;
  }

  test('both give the same answers, with the same entity tags, and each knows those of the other', async () => {
    const path = `/graphql?query=${encodeURIComponent(comparison)}`;
    const [first, other] = await Promise.all(both.map((loop) => fetch(two.urls[loop] + path)));
    const tag = first?.headers.get('etag') ?? '';
    expect(tag).toMatch(/^(W\/)?"\d+\./);
    expect(other?.headers.get('etag')).toBe(tag);
    expect(await other?.text()).toBe(await first?.text());
    for (const loop of both) {
      const again = await fetch(two.urls[loop] + path, { headers: { 'if-none-match': tag } });
      expect(again.status).toBe(304);
    }
  });

  test('what was written through one is shown by both at once, whoever is asked', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const [by, to] = turn % 2 === 0 ? (['first', 'other'] as const) : (['other', 'first'] as const);
      const number = await write(by, `turn-${turn}`);
      const { body } = await two.ask(to, `{ dataset { revision } issue(key: "turn-${turn}") { key } }`);
      expect(JSON.parse(body)).toEqual({ data: { dataset: { revision: number }, issue: { key: `turn-${turn}` } } });
    }
  });

  test('a costly query, and a document that is much work to validate, are executed for either in the same threads', async () => {
    const costly =
      '{ countries(first: 250) { nodes { key stances(first: 30) { nodes { key citations { locator } } } } } }';
    const [first, other] = [await two.ask('first', costly), await two.ask('other', costly)];
    expect(Number(first.headers.get('concord-cost'))).toBeGreaterThan(50_000);
    expect(other.body).toBe(first.body);
    const fields = 'key '.repeat(150);
    const wrong = await two.ask('other', `{ party(key: "CN") { ${fields} nothing } }`);
    expect(JSON.parse(wrong.body).errors[0]).toMatchObject({
      message: expect.stringContaining('nothing'),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  });

  test('a document that a client registered with one is known by the other', async () => {
    const query = '{ party(key: "CN") { name key } }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const ask = async (loop: (typeof both)[number], body: object) => {
      const response = await fetch(`${two.urls[loop]}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash } }, ...body }),
      });
      return response.json();
    };
    expect((await ask('first', {})).errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    await ask('other', { query });
    await vi.waitFor(async () =>
      expect(await ask('first', {})).toEqual({ data: { party: { name: 'China', key: 'CN' } } }),
    );
  });

  test('one log has the requests of both, and one page of metrics counts them', async () => {
    const metrics = createMetrics(database, { ...two.server(), webhooks: [], others: two.loops() });
    two.server().observe(metrics.observe);
    const counted = async () => {
      const page = await metrics.page();
      expect(page).toContain('concord_event_loops 2');
      const count = /^concord_request_duration_seconds_count\{operation="adhoc",status="200"\} (\d+)$/m.exec(page)?.[1];
      return Number(count ?? 0);
    };
    const before = await counted();
    const answers = await Promise.all(both.map((loop) => two.ask(loop, 'query Both { dataset { revision } }')));
    expect(await counted()).toBe(before + 2);
    const ids = answers.map(({ headers }) => headers.get('concord-request-id'));
    await vi.waitFor(() => {
      const lines = two.logged.filter(({ msg, operation }) => msg === 'request' && operation === 'Both');
      expect(lines.map(({ id }) => id).sort()).toEqual(ids.sort());
    });
  });

  test('one that ends is said in the log and replaced, and no request to the other fails', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ dataset { revision } }')}`;
    let asking = true;
    const statuses = new Set<number>();
    const asked = (async () => {
      while (asking) statuses.add((await fetch(two.urls.first + path)).status);
    })();
    const [thread] = two.loops().threads;
    await thread?.end();
    await expect(fetch(two.urls.other + path)).rejects.toThrow();
    const number = await write('first', 'meanwhile');
    await vi.waitFor(() => expect(two.loops().size).toBe(2), { timeout: 60_000 });
    asking = false;
    await asked;
    expect([...statuses]).toEqual([200]);
    const { body } = await two.ask('other', '{ dataset { revision } }');
    expect(JSON.parse(body)).toEqual({ data: { dataset: { revision: number } } });
    expect(two.logged.map(({ msg }) => msg)).toContain('an event loop ended; starting another');
  });
});

describe('a budget', () => {
  const two = useTwoLoops(database, { CONCORD_RATE_LIMIT: '1000' });

  test('is one for both: who has used all at one is refused by the other', async () => {
    const listing = '{ parties(first: 100) { nodes { key } } }';
    const left = async (loop: (typeof both)[number]) => {
      const { headers } = await two.ask(loop, listing);
      return {
        left: Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]),
        cost: Number(headers.get('concord-cost')),
      };
    };
    const [first, other] = [await left('first'), await left('other')];
    expect(other.left).toBe(first.left - other.cost);
    let { status } = await two.ask('first', listing);
    while (status === 200) ({ status } = await two.ask('first', listing));
    expect(status).toBe(429);
    expect((await two.ask('other', listing)).status).toBe(429);
  });
});
