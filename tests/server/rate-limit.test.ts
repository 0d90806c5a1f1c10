import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('seeded');

const listing = '{ parties(first: 100) { nodes { key } } }';

const ask = async (url: string, body: string, client = '192.0.2.1') => {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': client };
  const response = await fetch(url, { method: 'POST', headers, body });
  const { errors, data } = await response.json();
  return {
    status: response.status,
    code: errors?.[0]?.extensions.code,
    message: errors?.[0]?.message,
    data,
    left: Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1] ?? Number.NaN),
    cost: Number(response.headers.get('concord-cost')),
    retryAfter: Number(response.headers.get('retry-after')),
  };
};
const query = (text: string) => JSON.stringify({ query: text });

describe.each(['memory', 'postgres'] as const)('counted in %s', (rateLimitStore) => {
  const limits = { rateLimit: 1_000, trustedProxies: 1, rateLimitStore };
  const server = useServer(database, { limits });
  const another = useServer(database, { limits });

  test('an answer says how many points are left', async () => {
    const [first, second] = [await ask(server.url(), query(listing)), await ask(server.url(), query(listing))];
    expect([first.status, first.left]).toEqual([200, 1_000 - first.cost]);
    expect(second.left).toBe(1_000 - 2 * first.cost);
  });

  test('who has used all is refused with the time to wait, and nobody else', async () => {
    let answer = await ask(server.url(), query(listing), '198.51.100.7');
    while (answer.status === 200) answer = await ask(server.url(), query(listing), '198.51.100.7');
    expect([answer.status, answer.code, answer.data]).toEqual([429, 'RATE_LIMITED', undefined]);
    expect(answer.message).toMatch(/All 1000 points for this minute are used; retry in \d+ s/);
    expect(answer.retryAfter).toBeGreaterThan(0);
    expect(answer.retryAfter).toBeLessThanOrEqual(60);
    expect(await ask(server.url(), '{ not json', '198.51.100.7')).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(server.requests.at(-1)).toMatchObject({ status: 429, errors: ['RATE_LIMITED'] });
    expect((await ask(server.url(), query(listing), '198.51.100.8')).status).toBe(200);
  });

  test(`another server ${rateLimitStore === 'memory' ? 'counts by itself' : 'knows of it'}`, async () => {
    const { status } = await ask(another.url(), query(listing), '198.51.100.7');
    expect(status).toBe(rateLimitStore === 'memory' ? 200 : 429);
  });

  test('a request that is refused takes a point', async () => {
    const client = '203.0.113.1';
    for (const body of ['{ not json', query('{ nonsense'), query('{ nonsense }')])
      await ask(server.url(), body, client);
    // It is taken when the answer is sent already.
    await vi.waitFor(async () => {
      const { left, cost } = await ask(server.url(), query('{ issues(first: 1) { totalCount } }'), client);
      expect((1_000 - left) % cost).toBe(3);
    });
  });

  test('a query that costs more than a minute has is answered to who has used nothing', async () => {
    const { status, left } = await ask(
      server.url(),
      query('{ stances(first: 100) { nodes { key position citations { locator } } } }'),
      '203.0.113.9',
    );
    expect([status, left]).toEqual([200, 0]);
  });
});

test('addresses of clients are not kept', async () => {
  const { rows } = await database.pool.query('SELECT key FROM rate_limit');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ key }) => /^\d+$/.test(key))).toBe(true);
});

describe('turned off', () => {
  const server = useServer(database, { limits: { rateLimit: 0 } });

  test('nothing is counted', async () => {
    const { status, left } = await ask(server.url(), query(listing));
    expect([status, left]).toEqual([200, Number.NaN]);
  });
});

describe('when the database does not answer', () => {
  const server = useServer(database, { limits: { rateLimit: 1_000, trustedProxies: 1, rateLimitStore: 'postgres' } });

  test('the server counts by itself', async () => {
    const blocker = await database.pool.connect();
    await blocker.query('BEGIN; LOCK TABLE rate_limit IN ACCESS EXCLUSIVE MODE');
    const answer = await ask(server.url(), query(listing));
    const others = await Promise.all(Array.from({ length: 5 }, () => ask(server.url(), query(listing))));
    // They do not wait behind the first, nor take a connection each.
    const { rows } = await blocker.query(
      "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'rate_limit'::regclass",
    );
    await blocker.query('ROLLBACK');
    blocker.release();
    expect([answer.status, answer.left]).toEqual([200, 1_000 - answer.cost]);
    expect(others.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect(Math.min(...others.map(({ left }) => left))).toBe(1_000 - 6 * answer.cost);
    expect(rows).toHaveLength(1);
  });

  test('one that fails is not asked again at once, as each failure costs a connection', async () => {
    await database.pool.query('ALTER TABLE rate_limit RENAME TO rate_limit_elsewhere');
    onTestFinished(
      async () => void (await database.pool.query('ALTER TABLE rate_limit_elsewhere RENAME TO rate_limit')),
    );
    let closed = 0;
    const count = () => void closed++;
    database.pool.on('remove', count);
    onTestFinished(() => void database.pool.off('remove', count));
    for (let asked = 0; asked < 10; asked++) {
      const { status } = await ask(server.url(), query(listing), `203.0.113.${asked}`);
      expect(status).toBe(200);
    }
    expect(closed).toBeLessThan(5);
  });
});
