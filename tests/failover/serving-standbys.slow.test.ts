import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { createKey } from '#ledger/keys/keys.ts';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { openDatabase } from '#postgres/open-database.ts';
import { startServing } from '../cli/serving.ts';
import { subscribe } from '../live/event-stream.ts';
import { allScopes, keySecret } from '../writers/writer.ts';
import { createDatabase, type Node, promote, standbyOf, startNode } from './node.ts';

// `concord serve` with several threads on a standby: whichever thread the kernel chooses for a connection says the same.
let primary: Node;
let standby: Node;
let authorization = '';
beforeAll(async () => {
  primary = await startNode(join(inject('scratch'), 'b-primary'));
  await createDatabase(primary.url);
  const database = await openDatabase(primary.url);
  await applyMigrations(database);
  const key = { name: 'editor', scopes: allScopes, expiresAt: null };
  authorization = `Bearer ${await createKey(database.pool, key, keySecret)}`;
  await database.close();
  standby = await standbyOf(primary, join(inject('scratch'), 'b-standby'), true);
});
afterAll(async () => {
  await primary.end();
  await standby.end();
});

const writeUrl = 'https://write.example.org/graphql';
const serve = (env: Readonly<Record<string, string>>) =>
  startServing({
    CONCORD_THREADS: '2',
    CONCORD_KEY_SECRET: keySecret,
    CONCORD_EXPORT_DESTINATIONS: '',
    LOG_LEVEL: 'warn',
    ...env,
  });

/** So many connections that no thread is left out. */
const connections = 16;
/** What is said to a question that is asked on each of many connections at once: all answers that differ. */
async function onAll<Answer>(ask: () => Promise<Answer>): Promise<Answer[]> {
  const answers = await Promise.all(Array.from({ length: connections }, ask));
  return [...new Map(answers.map((answer) => [JSON.stringify(answer), answer])).values()];
}

async function post(
  api: string,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
) {
  const response = await fetch(api, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as { data: Said; errors?: unknown }) };
}

interface Said {
  readonly addIssue: { readonly revision: { readonly number: number; readonly digest: string } };
}

const writing = `mutation ($input: AddIssueInput!) { addIssue(input: $input) {
  ... on Revised { revision { number digest } } ... on InvalidInput { problems { at found } } } }`;
let written = 0;
function write(api: string) {
  written++;
  const input = { message: `issue ${written}`, key: `issue-${written}`, name: `Issue ${written}` };
  return post(api, writing, { input: { ...input, idempotencyKey: input.key } }, { authorization });
}

const ready = async (api: string, query: string) => {
  const response = await fetch(new URL(`/ready${query}`, api), { headers: { connection: 'close' } });
  await response.body?.cancel();
  return response.status;
};

const newest = '{ dataset { revision latestRevision { number message } } }';
const following = 'subscription { ledgerChanged { revision { number } } }';

test('threads that read from a standby write to its primary, and threads that have only the standby follow and refuse writes', async () => {
  const both = await serve({ DATABASE_URL: primary.url, DATABASE_READ_URL: standby.url });
  const alone = await serve({ DATABASE_URL: standby.url, CONCORD_WRITE_URL: writeUrl });
  const streams = await Promise.all(
    [both, alone].flatMap(({ api }) => Array.from({ length: 8 }, () => subscribe(api, { query: following }))),
  );
  expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));

  const numbers: number[] = [];
  for (let turn = 0; turn < 4; turn++) {
    const { data, errors } = await write(both.api);
    expect(errors).toBeUndefined();
    const { number, digest } = data.addIssue.revision;
    numbers.push(number);
    const expected = { dataset: { revision: number, latestRevision: { number, message: `issue ${written}` } } };
    expect(await onAll(() => post(both.api, newest))).toEqual([{ status: 200, data: expected }]);
    const at = { 'concord-at-least-revision': `${number}:${digest}` };
    expect(await onAll(() => post(alone.api, newest, {}, at))).toEqual([{ status: 200, data: expected }]);
  }
  for (const stream of streams) {
    const events = await stream.events<{ ledgerChanged: { revision: { number: number } } }>(numbers.length);
    expect(events.map(({ data }) => data.ledgerChanged.revision.number)).toEqual(numbers);
  }

  const refused = await onAll(() => write(alone.api));
  expect(refused).toEqual([
    {
      status: 421,
      data: { addIssue: null },
      errors: [expect.objectContaining({ extensions: { code: 'READ_ONLY', writeUrl } })],
    },
  ]);
  const statuses = async (api: string) =>
    Promise.all(['', '?for=reads', '?for=writes'].map((query) => onAll(() => ready(api, query))));
  expect(await statuses(both.api)).toEqual([[200], [200], [200]]);
  expect(await statuses(alone.api)).toEqual([[200], [200], [503]]);

  for (const { child } of [both, alone]) child.kill('SIGTERM');
  expect(await Promise.all([both.exit, alone.exit])).toEqual([0, 0]);
  expect(await both.stderr).toBe('');
  expect(await alone.stderr).toBe('');
});

test('threads that have only a standby answer while its primary is away, and take writes once it is promoted', async () => {
  const alone = await serve({ DATABASE_URL: standby.url });
  const before = await onAll(() => post(alone.api, newest));
  await primary.end();
  expect(await onAll(() => post(alone.api, newest))).toEqual(before);
  await promote(standby);
  const stream = await subscribe(alone.api, { query: following });
  const { data, errors } = await write(alone.api);
  expect(errors).toBeUndefined();
  const { number } = data.addIssue.revision;
  const [event] = await stream.events<{ ledgerChanged: unknown }>(1);
  expect(event?.data.ledgerChanged).toEqual({ revision: { number } });
  const written = await onAll(() => write(alone.api));
  expect(written.map(({ status, errors }) => ({ status, errors }))).toEqual(
    written.map(() => ({ status: 200, errors: undefined })),
  );
  await vi.waitFor(async () => expect(await onAll(() => ready(alone.api, '?for=writes'))).toEqual([200]), 20_000);
});
