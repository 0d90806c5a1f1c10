import { describe, expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { isAnybodyWaiting, until } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';
import { connectTo, statusIn } from './raw-connection.ts';

const database = useDatabase('seeded');
const server = useServer(database);
const impatient = useServer(database, { keepAliveSeconds: 1 });

const get = (target: string, more = '') => `GET ${target} HTTP/1.1\r\nhost: a\r\n${more}\r\n`;
const query = '/graphql?query=%7Bparty(key:%22CN%22)%7Bname%7D%7D';

test.each([
  ['unless told otherwise', () => server.url(), 65],
  ['as long as is told', () => impatient.url(), 1],
])('an idle connection lives longer than those of load balancers, %s', async (_when, url, seconds) => {
  const { headers } = await fetch(new URL('/health', url()));
  expect(headers.get('keep-alive')).toBe(`timeout=${seconds}`);
});

test('an idle connection is closed after its time', async () => {
  const { socket, whole } = await connectTo(impatient.url());
  socket.write(get('/health'));
  expect(await whole()).toContain('{"status":"ok"}');
});

describe('the absolute form of a target is taken', () => {
  test.each([
    ['/health', '{"status":"ok"}'],
    [query, '{"data":{"party":{"name":"China"}}}'],
    ['/q/', '"queries"'],
    ['/exports/', '"exports"'],
  ])('for %s', async (target, found) => {
    for (const before of ['http://a', 'HTTP://user:word@a.example:4000', 'https://[::1]:4000']) {
      const { socket, whole } = await connectTo(server.url());
      socket.write(get(`${before}${target}`, 'connection: close\r\n'));
      const answer = await whole();
      expect(statusIn(answer)).toBe(200);
      expect(answer).toContain(found);
    }
  });

  test('with the tag that the other form has', async () => {
    const tagOf = async (target: string) => {
      const { socket, whole } = await connectTo(server.url());
      socket.write(get(target, 'connection: close\r\n'));
      return /^etag: (.*)\r$/im.exec(await whole())?.[1];
    };
    const etag = await tagOf(query);
    expect(etag).toBeTypeOf('string');
    expect(await tagOf(`http://a${query}`)).toBe(etag);
  });

  test('without a path', async () => {
    const { socket, whole } = await connectTo(server.url());
    socket.write(get('http://a', 'connection: close\r\naccept: application/json\r\n'));
    expect(statusIn(await whole())).not.toBe(404);
  });
});

describe('requests that are sent without waiting for answers', () => {
  test('are answered in their order', async () => {
    const { socket, whole } = await connectTo(server.url());
    const names = ['CN', 'RU', 'US'].map((key) => get(query.replace('CN', key)));
    socket.write(`${names.join('')}${get('/health', 'connection: close\r\n')}`);
    const found = [...(await whole()).matchAll(/"name":"[^"]+"|"status":"ok"/g)].map(([text]) => text);
    expect(found).toEqual(['"name":"China"', '"name":"Russia"', '"name":"United States"', '"status":"ok"']);
  });

  test('are not begun before the answers to those before them, nor once their client is gone', async () => {
    const before = server.requests.length;
    const blocker = await database.pool.connect();
    await blocker.query('BEGIN; LOCK TABLE document IN ACCESS EXCLUSIVE MODE');
    const { socket, whole } = await connectTo(server.url());
    const waits = '/graphql?query=%7Bdocument(key:%22cn-ru-js-2022-02-04%22)%7Btitle%7D%7D';
    socket.write(`${get(waits)}${get(query).repeat(3)}`);
    await until(() => isAnybodyWaiting(database));
    socket.destroy();
    await whole();
    await blocker.query('ROLLBACK');
    blocker.release();
    await server.server().lifecycle.stop();
    expect(server.requests.slice(before).map(({ status }) => status)).toEqual([499]);
  });

  test('are cut when there are very many', async () => {
    const { socket, whole } = await connectTo(impatient.url());
    socket.write(get(query).repeat(1_000));
    const statuses = (await whole()).match(/HTTP\/1\.1 \d+/g) ?? [];
    expect(statuses.length).toBeLessThan(200);
  });
});
