import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { connectTo } from '../server/raw-connection.ts';
import { useDatabase } from '../support/database.ts';
import { useServedDatabase } from '../support/open-as-served.ts';
import { subscribe } from './event-stream.ts';
import { restartable } from './restartable.ts';

const database = useDatabase('seeded');
const limits = { maxCost: 999_999_999, rateLimit: 0 };
const server = restartable(
  useServedDatabase(() => database.url),
  { slowReaderSeconds: 5, limits, threadedFrom: Number.POSITIVE_INFINITY },
);
beforeAll(() => server.start());

/** Revision 1, the seed files, in so many copies that no kernel keeps them for a client that does not read. */
const copies = Array.from(
  { length: 25 },
  (_, copy) =>
    `c${copy}: propositions(first: 250) { nodes { key text note stances(first: 250) { nodes { key verb rationale party { name note } } } } }`,
);
const query = `subscription { ledgerChanged(sinceRevision: 0) { revision { number } ${copies.join(' ')} } }`;

test('a subscriber that reads nothing is cut, and can go on; others do not notice', async () => {
  const before = server.figures() ?? { told: 0, cut: 0 };
  const { socket, received, whole } = await connectTo(server.url());
  onTestFinished(() => void socket.destroy());
  const body = JSON.stringify({ query });
  const headers = ['host: a', 'content-type: application/json', 'accept: text/event-stream'];
  socket.write(`POST /graphql HTTP/1.1\r\n${headers.join('\r\n')}\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  socket.pause();
  await vi.waitUntil(() => server.figures()?.cut === before.cut + 1, { timeout: 60_000 });
  expect(server.figures()).toMatchObject({ subscribers: 0, told: before.told + 1 });
  socket.resume();
  const came = await whole();
  const id = /^id: (\S+)$/m.exec(came)?.[1] ?? '';
  expect(id).toMatch(/^0:[0-9a-f]{16}$/);
  expect(received()).not.toContain('event: complete');

  const stream = await subscribe(server.url(), { query, headers: { 'last-event-id': id } });
  const [event] = await stream.events<{ ledgerChanged: { revision: { number: number } } }>(1);
  expect(event?.data.ledgerChanged.revision.number).toBe(1);
  expect(came.length).toBeLessThan(stream.text().length);
  expect(server.figures()).toMatchObject({ subscribers: 1, told: before.told + 2, cut: before.cut + 1 });
});
