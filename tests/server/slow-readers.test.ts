import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createEdge } from '#server/edge/create-edge.ts';
import { sendPieces } from '#server/edge/send-pieces.ts';
import { SlowReaders } from '#server/edge/slow-readers.ts';
import { until } from '../ledger/transaction.ts';
import { listening } from './listening.ts';
import { connectTo } from './raw-connection.ts';

/** More than the kernel keeps for a client that does not read. */
const large = Buffer.alloc(32 * 2 ** 20, 'x');
const pieces = Array.from({ length: 32 }, (_, place) => large.subarray(place * 2 ** 20, (place + 1) * 2 ** 20));

/** The ways in which an answer is sent that is in memory. */
const ways: readonly (readonly [name: string, send: (response: ServerResponse) => void])[] = [
  ['at once', (response) => response.end(large)],
  ['in pieces', (response) => sendPieces(response, pieces)],
];

interface Cut {
  readonly path: string | undefined;
  readonly pendingBytes: number;
}

/** A server whose answers are looked after, with what was cut and how many answers are over. */
async function serve(
  options: { readonly patienceMs: number; readonly mostPendingBytes?: number },
  answer: (request: IncomingMessage, response: ServerResponse) => void,
) {
  const underWay = new Set<ServerResponse>();
  const cuts: Cut[] = [];
  let overCount = 0;
  const slowReaders = new SlowReaders(underWay, {
    ...options,
    cut: ({ req }, pendingBytes) => void cuts.push({ path: req.url, pendingBytes }),
  });
  onTestFinished(() => slowReaders.close());
  const server = createServer((incoming, response) => {
    underWay.add(response);
    response.once('close', () => {
      underWay.delete(response);
      overCount++;
    });
    answer(incoming, response);
  });
  const isOver = () => until(() => overCount > 0);
  const isBegun = () => until(() => underWay.size > 0);
  return { url: await listening(server), cuts, isOver, isBegun };
}

/** Sends a request for a path and reads nothing. */
async function askWithoutReading(url: string, path = '/') {
  const connection = await connectTo(url);
  onTestFinished(() => void connection.socket.destroy());
  connection.socket.pause().write(`GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`);
  return connection;
}

test.each(ways)('a client that reads nothing of its answer, sent %s, is cut', async (_name, send) => {
  const { url, cuts, isOver } = await serve({ patienceMs: 200 }, (_, response) => send(response));
  const { socket, whole } = await askWithoutReading(url);
  await isOver();
  expect(cuts).toEqual([{ path: '/', pendingBytes: expect.any(Number) }]);
  expect(cuts[0]?.pendingBytes).toBeGreaterThan(2 ** 20);
  socket.resume();
  expect((await whole()).length).toBeLessThan(large.length);
});

test('one that reads nothing of what is streamed is cut too', async () => {
  const { url, cuts, isOver } = await serve({ patienceMs: 200 }, (_, response) => {
    Readable.from(Array.from({ length: 64 }, () => large.subarray(0, 2 ** 20))).pipe(response);
  });
  await askWithoutReading(url);
  await isOver();
  expect(cuts.length).toBe(1);
});

test.each(ways)('one that reads slowly what is sent %s, but goes on, is not', async (_name, send) => {
  const { url, cuts, isOver } = await serve({ patienceMs: 1_000 }, (_, response) => send(response));
  const { socket } = await askWithoutReading(url);
  // In steps, so that the whole takes longer than the patience.
  const reading = setInterval(() => socket.read(), 10);
  onTestFinished(() => clearInterval(reading));
  await isOver();
  expect(cuts).toEqual([]);
});

test.each(ways)('when too many bytes wait, sent %s, those are cut that wait longest', async (_name, send) => {
  const options = { patienceMs: 600_000, mostPendingBytes: 1.5 * large.length };
  const { url, cuts, isBegun, isOver } = await serve(options, (_, response) => send(response));
  await askWithoutReading(url, '/first');
  await isBegun();
  await askWithoutReading(url, '/second');
  await isOver();
  expect(cuts.map(({ path }) => path)).toEqual(['/first']);
});

test('the time that an answer may take to be read does not limit the computing of the next', async () => {
  const timeouts: (number | undefined)[] = [];
  const server = createEdge(
    { logger: pino({ level: 'silent' }), slowReaderSeconds: 1 },
    ({ socket, url }, response) => {
      timeouts.push(socket.timeout);
      if (url === '/first') response.end(large);
      else response.writeHead(200, { connection: 'close' }).end('the second');
      if (url === '/first') void until(() => (socket.timeout ?? 0) > 0).then(read);
    },
  );
  const { socket, whole } = await askWithoutReading(await listening(server), '/first');
  const read = () => socket.resume();
  socket.write('GET /second HTTP/1.1\r\nhost: a\r\n\r\n');
  expect((await whole()).slice(-100)).toContain('the second');
  expect(timeouts.map((timeout) => timeout ?? 0)).toEqual([0, 0]);
});
