import fc from 'fast-check';
import { expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';
import { malformedRequests } from './hostile/malformed.ts';
import { answerTo, connectTo, statusIn } from './raw-connection.ts';

const count = 400;
const atOnce = 8;

const server = useServer(useDatabase('seeded'), { limits: { rateLimit: 0 } });

test.each([
  ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400, /Host: found no header/],
  ['no Host at the API', 'POST /graphql HTTP/1.1\r\ncontent-length: 2\r\n\r\n{}', 400, /Host: found no header/],
  ['a method that there is not', 'SING / HTTP/1.1\r\nhost: a\r\n\r\n', 400, /Invalid method/],
  ['a version that there is not', 'GET / HTTP/7.1\r\nhost: a\r\n\r\n', 400, /version/i],
  ['a header without a name', 'GET / HTTP/1.1\r\n: a\r\nhost: a\r\n\r\n', 400, /header/i],
  [
    'headers that are too long',
    `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    /Header overflow/,
  ],
  ['an expectation that nobody meets', 'GET /health HTTP/1.1\r\nhost: a\r\nexpect: tea\r\n\r\n', 417, /^/],
  [
    'two lengths',
    'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}',
    400,
    /Content-Length/i,
  ],
  [
    'a length and pieces',
    'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
    /./,
  ],
  [
    'pieces of no length',
    'POST /graphql HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
    400,
    /chunk size/,
  ],
  ['the greeting of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400, /malformed HTTP/],
  ['the greeting of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, /malformed HTTP/],
])('a request with %s is refused', async (_what, bytes, status, message) => {
  const answer = await answerTo(server.url(), bytes);
  expect(statusIn(answer)).toBe(status);
  expect(answer).toMatch(message);
});

test('an answer without a Host line has the id of its request, as every other', async () => {
  expect(await answerTo(server.url(), 'GET / HTTP/1.1\r\n\r\n')).toMatch(/^concord-request-id: [\da-f-]{36}\r$/im);
});

test('HTTP/1.0 needs no Host', async () => {
  expect(statusIn(await answerTo(server.url(), 'GET /health HTTP/1.0\r\n\r\n'))).toBe(200);
});

test('what follows a whole request and is none does not take its answer away', async () => {
  const body = '{"query":"{ party(key: \\"CN\\") { name } }"}';
  const asked = `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const { socket, whole } = await connectTo(server.url());
  socket.write(`${asked}and some more`);
  expect(await whole()).toContain('{"data":{"party":{"name":"China"}}}');
});

test(`after ${count} malformed requests the server answers as before`, async () => {
  const question = '{ comparison(parties: ["CN", "RU"]) { agreement { value sharedPropositions } } }';
  const before = await server.dataOf(question);
  const requests = fc.sample(malformedRequests, { numRuns: count, seed: 1 });
  const statuses: (number | null)[] = [];
  const one = async () => {
    for (let bytes = requests.pop(); bytes !== undefined; bytes = requests.pop())
      statuses.push(statusIn(await answerTo(server.url(), bytes)));
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  expect(statuses.filter((status) => status !== null && status >= 500)).toEqual([]);
  expect(statuses.filter((status) => status === 400).length).toBeGreaterThan(count / 4);
  expect(server.logged).toEqual([]);
  expect(await server.dataOf(question)).toEqual(before);
});
