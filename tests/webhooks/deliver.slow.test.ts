import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { WebhookDestination, WebhookSubject } from '#config/webhooks.ts';
import { listDeliveries, listFollowed, sendAgain } from '#webhooks/deliveries.ts';
import { deliveryJobs } from '#webhooks/jobs.ts';
import type { WebhookWorker } from '#webhooks/worker.ts';
import { fiveRevisions } from '../api/five-revisions.ts';
import { useServer } from '../api/running-server.ts';
import { say } from '../ingest/say.ts';
import { storeQuery } from '../stored-queries/store-query.ts';
import { useDatabase } from '../support/database.ts';
import { answers, oldSecret, type Received, secret, useReceiver } from './receiver.ts';

// Loaded by Node itself, as the server is (tests/api/running-server.ts).
const { startWebhookWorker } = createRequire(import.meta.url)(
  '#webhooks/worker.ts',
) as typeof import('#webhooks/worker.ts');

const database = useDatabase('seeded');
const server = useServer(database);
const receiver = useReceiver();
const silent = { info: () => {}, warn: () => {} };

const everything: WebhookSubject = { kind: 'LEDGER', parties: null, issues: null, propositions: null };
const destination = (name: string, what: WebhookSubject = everything, secrets = [secret]): WebhookDestination => ({
  name,
  url: receiver.url(`/${name}`),
  secrets,
  what,
});

let workers: WebhookWorker[] = [];
const start = async (...destinations: WebhookDestination[]) => {
  const worker = await startWebhookWorker({
    database,
    destinations,
    logger: silent,
    answerer: server.server().answerer,
    timeoutMs: 500,
    policy: { ...deliveryJobs, retryLimit: 3, retryDelay: 1, retryDelayMax: 1 },
  });
  workers.push(worker);
};
const stopAll = async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
};
afterEach(stopAll);
afterAll(stopAll);

const until = (look: () => void | Promise<void>) => vi.waitFor(look, { timeout: 40_000, interval: 50 });
const followed = async (name: string) => (await listFollowed(database.pool)).find((one) => one.name === name);
const deliveriesOf = (name: string) => listDeliveries(database.pool, { destination: name, status: null }, 100);

/** A revision that says something else of Sweden each time. */
let turn = 0;
const sayOfSweden = async () => {
  turn += 1;
  const outcome = await say(
    database,
    `documents: [{ key: note-${turn}, title: A note, kind: JOINT_STATEMENT, date: 2026-01-10, verification: VERIFIED, signed: [SE] }]`,
    { source: 'turns' },
  );
  expect(outcome.status).toBe('REVISED');
  const { rows } = await database.pool.query('SELECT last FROM revision_counter');
  return rows[0].last as number;
};

describe('two workers', () => {
  const keys = { parties: null, issues: null, propositions: null };
  const all = () => [
    destination('all'),
    destination('old', everything, [secret, oldSecret]),
    destination('sweden', { kind: 'LEDGER', ...keys, parties: ['SE'] }),
    destination('nato', { kind: 'LEDGER', ...keys, issues: ['nato-enlargement'], parties: ['SE', 'CN'] }),
    destination('taiwan', { kind: 'LEDGER', ...keys, issues: ['taiwan'] }),
    destination('japan', { kind: 'LEDGER', ...keys, parties: ['JP'] }),
    destination('joint', { kind: 'QUERY', query: 'joint-documents', variables: { parties: ['CN', 'RU'] } }),
  ];

  beforeAll(async () => {
    await start(...all());
    await start(...all());
    await until(async () => expect(await listFollowed(database.pool)).toHaveLength(all().length));
    for (const [text, options] of fiveRevisions) await say(database, text, options);
    await until(async () => {
      const now = await listFollowed(database.pool);
      expect(now.map(({ revision, waiting }) => [revision, waiting])).toEqual(all().map(() => [6, 0]));
    });
  });

  test('tell each destination once of every revision that concerns it, in order', () => {
    expect(receiver.unverified).toEqual([]);
    expect(receiver.revisionsAt('/all')).toEqual([2, 3, 4, 5, 6]);
    expect(receiver.revisionsAt('/old')).toEqual([2, 3, 4, 5, 6]);
    expect(receiver.revisionsAt('/sweden')).toEqual([2, 3]);
    expect(receiver.revisionsAt('/nato')).toEqual([2, 3]);
    expect(receiver.revisionsAt('/taiwan')).toEqual([]);
    expect(receiver.revisionsAt('/japan')).toEqual([6]);
    expect(receiver.revisionsAt('/joint')).toEqual([4, 5]);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(receiver.received.length);
  });

  test('say what changed in the ledger', () => {
    const [first] = receiver.at('/sweden');
    expect(first?.message).toEqual({
      type: 'ledger.changed',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: {
        ledger: expect.any(String),
        revision: 2,
        digest: expect.stringMatching(/^[\da-f]{64}$/),
        author: 'tester',
        source: 'seeds',
        message: 'a test',
        parties: ['SE'],
        issues: ['nato-enlargement'],
        propositions: ['nato-sweden'],
        partyCount: 1,
        issueCount: 1,
        propositionCount: 1,
      },
    });
  });

  test('say what changed in the answer to a stored query, and where that answer is', async () => {
    const [added] = receiver.at('/joint');
    expect(added?.message).toMatchObject({
      type: 'query.changed',
      data: {
        revision: 4,
        query: 'joint-documents',
        summary: '1 value changed, 1 row added',
        added: 1,
        lines: [expect.stringMatching(/totalCount/), expect.stringMatching(/^Added: key note/)],
      },
    });
    const answer = String(added?.message.data.answer);
    const { data } = await (await fetch(new URL(answer, server.url()))).json();
    expect(data.comparison.jointDocuments.nodes.map(({ key }: { key: string }) => key)).toContain('note');
  });
});

describe('a receiver', () => {
  test('that fails, is too slow and closes is sent the same again until it takes it', async () => {
    receiver.coming.set('/weak', [answers.fails, answers.hangs, answers.closes]);
    await start(destination('weak'));
    await until(async () => expect(await followed('weak')).toBeDefined());
    const revision = await sayOfSweden();
    await until(async () => expect(await followed('weak')).toMatchObject({ delivered: 1, waiting: 0, dead: 0 }));
    const sent = receiver.at('/weak');
    expect(sent.map(({ message }) => message.data.revision)).toEqual(Array.from({ length: 4 }, () => revision));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(await deliveriesOf('weak')).toMatchObject([
      { id: sent[0]?.id, attempts: 4, status: 'DELIVERED', error: null },
    ]);
  });

  test('that never takes it is given up, and can be sent it again', async () => {
    receiver.coming.set(
      '/never',
      Array.from({ length: 4 }, () => answers.fails),
    );
    await start(destination('never'));
    await until(async () => expect(await followed('never')).toBeDefined());
    await sayOfSweden();
    await until(async () => expect(await followed('never')).toMatchObject({ dead: 1, waiting: 0 }));
    const [dead] = await deliveriesOf('never');
    expect(dead).toMatchObject({
      attempts: 4,
      error: expect.stringMatching(/^The receiver answered 500: out of order out/),
    });
    expect(dead?.error?.length).toBeLessThan(600);
    expect(await sendAgain(database.pool, { id: dead?.id ?? '' })).toBe(1);
    await until(async () => expect(await followed('never')).toMatchObject({ delivered: 1, dead: 0 }));
    expect(new Set(receiver.at('/never').map(({ id }) => id))).toEqual(new Set([dead?.id]));
    expect(await sendAgain(database.pool, { id: dead?.id ?? '' })).toBe(0);
  });

  test('that is gone is given up at once, and nobody follows where another one points', async () => {
    receiver.coming.set('/gone', [answers.gone]);
    receiver.coming.set(
      '/moved',
      Array.from({ length: 4 }, () => answers.moved),
    );
    await start(destination('gone'), destination('moved'));
    await until(async () => expect([await followed('gone'), await followed('moved')]).not.toContain(undefined));
    await sayOfSweden();
    await until(async () =>
      expect([await followed('gone'), await followed('moved')]).toMatchObject([{ dead: 1 }, { dead: 1 }]),
    );
    expect((await deliveriesOf('gone'))[0]?.attempts).toBe(1);
    expect((await deliveriesOf('moved'))[0]).toMatchObject({ attempts: 4, error: 'The receiver answered 307' });
    expect(receiver.at('/elsewhere')).toEqual([]);
  });
});

describe('a worker that starts', () => {
  test('goes on where the last one stopped, without a gap', async () => {
    await start(destination('stopped'));
    await until(async () => expect(await followed('stopped')).toBeDefined());
    await stopAll();
    const missed = [await sayOfSweden(), await sayOfSweden(), await sayOfSweden()];
    await start(destination('stopped'));
    await until(() => expect(receiver.revisionsAt('/stopped')).toEqual(missed));
  });

  test('says where it cannot go on, and goes on when it can', async () => {
    const what: WebhookSubject = { kind: 'QUERY', query: 'not-yet', variables: {} };
    await start(destination('blocked', what));
    await until(async () => expect(await followed('blocked')).toBeDefined());
    await sayOfSweden();
    await until(async () =>
      expect((await followed('blocked'))?.problem).toMatch(/^There is no stored query "not-yet"\./),
    );
    await storeQuery(database, { name: 'not-yet', document: '{ documents { totalCount } }' });
    await stopAll();
    await start(destination('blocked', what));
    await until(async () => expect(await followed('blocked')).toMatchObject({ problem: null, delivered: 1 }));
    const [{ message }] = receiver.at('/blocked') as [Received];
    expect(message.data.lines).toEqual([expect.stringMatching(/^documents\.totalCount: (\d+) → (\d+)$/)]);
  });
});
