import { EventSource } from 'eventsource';
import { createClient } from 'graphql-sse';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';
import { useServedDatabase } from '../support/open-as-served.ts';
import { stance, useWriter } from '../writers/writer.ts';
import { type Block, subscribe } from './event-stream.ts';
import { restartable } from './restartable.ts';

const database = useDatabase('migrated');
const served = useServedDatabase(() => database.url);
const writer = useWriter(served);
const other = restartable(served);
beforeAll(() => say(database, world)); // revision 1

const query = 'subscription Numbers($since: Int) { ledgerChanged(sinceRevision: $since) { revision { number } } }';
type Numbers = { ledgerChanged: { revision: { number: number } } };

let year = 1900;
/** Records a stance; the number of the revision. */
async function write(): Promise<number> {
  const { revision } = await writer.write('recordStances', { stances: [stance({ heldFrom: `${year++}-01-01` })] });
  return revision?.number ?? 0;
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

test('graphql-sse: goes on without a gap over a restart, by the revision of the last event', async () => {
  await other.start();
  const first = await write();
  const seen: number[] = [];
  const client = createClient({
    url: () => other.url(),
    retry: () => new Promise((resolve) => setTimeout(resolve, 20)),
    retryAttempts: 1_000,
  });
  onTestFinished(() => client.dispose());
  const variables = {
    // Read anew for each connection.
    get since() {
      return seen.at(-1) ?? first;
    },
  };
  client.subscribe<Numbers>(
    { query, variables },
    {
      next: ({ data }) => void seen.push(data?.ledgerChanged.revision.number ?? 0),
      error: (error) => void seen.push(error as never),
      complete: () => void seen.push(-1),
    },
  );
  await write();
  await write();
  await vi.waitUntil(() => seen.length === 2, { timeout: 20_000 });
  await other.stop();
  const last = await write().then(write);
  await other.start();
  await vi.waitUntil(() => seen.length >= 4, { timeout: 20_000 });
  expect(seen).toEqual(range(first + 1, last));
});

test('EventSource: goes on without a gap over a restart, by Last-Event-ID', async () => {
  await other.start();
  const first = await write();
  const seen: { readonly number: number; readonly id: string }[] = [];
  const address = `${other.url()}?${new URLSearchParams({ query, variables: JSON.stringify({ since: first }) })}`;
  const source = new EventSource(address);
  onTestFinished(() => source.close());
  source.addEventListener('next', ({ data, lastEventId }) =>
    seen.push({ number: (JSON.parse(data).data as Numbers).ledgerChanged.revision.number, id: lastEventId }),
  );
  await write();
  await write();
  await vi.waitUntil(() => seen.length === 2, { timeout: 20_000 });
  await other.stop();
  const last = await write().then(write);
  await other.start();
  await vi.waitUntil(() => seen.length >= 4, { timeout: 20_000 });
  expect(seen.map(({ number }) => number)).toEqual(range(first + 1, last));
  expect(seen.map(({ id }) => Number(id.split(':')[0]))).toEqual(range(first + 1, last));
});

test('a client that has heard of nothing yet misses nothing while its server restarts: the stream begins with a place', async () => {
  await other.start();
  const begun = await subscribe(other.url(), { query });
  await vi.waitUntil(() => begun.blocks.length > 0, { timeout: 20_000 });
  const [{ event, id }] = begun.blocks as [Block];
  expect([event, id]).toEqual([null, expect.stringMatching(/^\d+:[0-9a-f]{16}$/)]);
  await other.stop();
  await vi.waitUntil(() => begun.isOver(), { timeout: 20_000 });
  expect(begun.text()).not.toContain('complete');
  const missed = await write();
  await other.start();
  const again = await subscribe(other.url(), { query, headers: { 'last-event-id': id ?? '' } });
  expect((await again.events<Numbers>(1)).map(({ data }) => data.ledgerChanged.revision.number)).toEqual([missed]);
});

test('what is wrong with the question comes as errors, and completes the subscription', async () => {
  const client = createClient({ url: writer.url(), retryAttempts: 0 });
  onTestFinished(() => client.dispose());
  const errorsOf = async (asked: string) => {
    const results = [];
    for await (const result of client.iterate({ query: asked })) results.push(result);
    return results.flatMap(({ errors = [] }) =>
      errors.map(({ extensions, message, path }) => [extensions?.code, path, message]),
    );
  };
  expect(await errorsOf('subscription { ledgerChanged(parties: ["Chian"]) { addedStances } }')).toEqual([
    ['UNKNOWN_PARTY', ['ledgerChanged'], expect.stringContaining('CN')],
  ]);
  expect(await errorsOf('subscription { ledgerChanged(sinceRevision: -1) { addedStances } }')).toEqual([
    ['BAD_INPUT', undefined, 'sinceRevision: found -1, expected a revision from 0.'],
  ]);
  expect(await errorsOf('subscription { agreementChanged(parties: ["CN"], by: -1) { change } }')).toEqual([
    [
      'BAD_INPUT',
      ['agreementChanged'],
      'by: found -1, expected a number from 0 to 2, the range of the widest measure.',
    ],
  ]);
  expect(await errorsOf('subscription { agreementChanged(parties: [], by: 0) { change } }')).toEqual([
    ['BAD_INPUT', ['agreementChanged'], 'parties: found 0, expected 1 to 250.'],
  ]);
  expect(
    await errorsOf('subscription { agreementChanged(parties: ["CN"], scope: { asKnownAt: 1 }) { change } }'),
  ).toMatchObject([['BAD_INPUT', ['agreementChanged'], expect.stringContaining('scope.asKnownAt')]]);
  expect(await errorsOf('subscription { ledgerChanged { nothing } }')).toMatchObject([
    ['GRAPHQL_VALIDATION_FAILED', undefined, expect.stringContaining('nothing')],
  ]);
});

test('an EventSource is told that nothing will come after errors', async () => {
  const asked = 'subscription { ledgerChanged(issues: ["nothing"]) { addedStances } }';
  const source = new EventSource(`${writer.url()}?${new URLSearchParams({ query: asked })}`);
  onTestFinished(() => source.close());
  const told: string[] = [];
  source.addEventListener('next', ({ data }) => told.push(JSON.parse(data).errors[0].extensions.code));
  await new Promise((resolve) => source.addEventListener('complete', resolve, { once: true }));
  source.close();
  expect(told).toEqual(['UNKNOWN_ISSUE']);
});

test('an EventSource that has heard of nothing yet misses nothing while its server restarts', async () => {
  await other.start();
  const seen: number[] = [];
  const source = new EventSource(`${other.url()}?${new URLSearchParams({ query })}`);
  onTestFinished(() => source.close());
  source.addEventListener('next', ({ data }) =>
    seen.push((JSON.parse(data).data as Numbers).ledgerChanged.revision.number),
  );
  await new Promise((resolve) => source.addEventListener('open', resolve, { once: true }));
  await other.stop();
  const missed = await write();
  await other.start();
  await vi.waitUntil(() => seen.length > 0, { timeout: 30_000 });
  expect(seen).toEqual([missed]);
});
