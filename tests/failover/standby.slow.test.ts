import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest';
import { createKey } from '#ledger/keys/keys.ts';
import { addIssue } from '#ledger/write/propositions.ts';
import { write } from '#ledger/write/write.ts';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { type Database, openDatabase } from '#postgres/open-database.ts';
import type { Readiness } from '#server/readiness.ts';
import { useServer } from '../api/running-server.ts';
import { runConcord, startConcord } from '../cli/run-concord.ts';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { until } from '../ledger/transaction.ts';
import { useTwoLoops } from '../loops/several-loops.ts';
import { type Cable, layCable } from '../snapshot/cable.ts';
import { openAsServed, useServedDatabase } from '../support/open-as-served.ts';
import { allScopes, keySecret, stance } from '../writers/writer.ts';
import { createDatabase, type Node, promote, standbyOf, startNode } from './node.ts';

let primary: Node;
let standby: Node;
/** Leads to the standby, and for a moment elsewhere. */
let way: Cable;
/** Leads to the primary, and for a moment elsewhere. */
let moving: Cable;
let direct: Database;
let authorization = '';
beforeAll(async () => {
  primary = await startNode(join(inject('scratch'), 'a-primary'));
  await createDatabase(primary.url);
  direct = await openDatabase(primary.url);
  await applyMigrations(direct);
  await say(direct, world);
  const key = { name: 'editor', scopes: allScopes, expiresAt: null };
  authorization = `Bearer ${await createKey(direct.pool, key, keySecret)}`;
  standby = await standbyOf(primary, join(inject('scratch'), 'a-standby'), true);
  way = await layCable(standby.url);
  moving = await layCable(primary.url);
});
afterAll(async () => {
  await direct.close();
  await way.cut();
  await moving.cut();
  await primary.end();
  await standby.end();
});

const writeUrl = 'https://write.example.org/graphql';
const alone = useServedDatabase(() => standby.url, { writeUrl });
const reader = useServer(alone, { keySecret, followMs: 50, limits: { rateLimitStore: 'postgres' } });
/** Filled in the order of the hooks. */
const ofPrimary = useServedDatabase(() => primary.url);
const both = {} as Database;
beforeAll(async () => {
  Object.assign(both, await openAsServed(way.url, { primary: ofPrimary }));
});
afterAll(() => both.close());
const server = useServer(both, { keySecret });
const moved = useServer(
  useServedDatabase(() => moving.url),
  { keySecret },
);

const two = useTwoLoops(both);
const first = { url: () => `${two.urls.first}/graphql` };
const other = { url: () => `${two.urls.other}/graphql` };

type Server = Pick<ReturnType<typeof useServer>, 'url'>;

/** What the tests look at of an answer. */
interface Said {
  readonly data: {
    readonly dataset: { readonly revision: number; readonly latestRevision: Readonly<Record<string, unknown>> };
    readonly recordStances: {
      readonly __typename: string;
      readonly revision: { readonly number: number; readonly digest: string };
      readonly stances: readonly Cited[];
    };
    readonly createStoredQuery: unknown;
    readonly stances: { readonly nodes: readonly Cited[] };
  };
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

interface Cited {
  readonly citations: readonly { readonly document: { readonly key: string } }[];
}

let day = 0;
const writing = `mutation ($input: RecordStancesInput!) { recordStances(input: $input) {
  __typename ... on StancesRevised { revision { number digest } stances { citations { document { key } } } } } }`;

async function post({ url }: Server, query: string, variables: object, headers: Record<string, string> = {}) {
  const response = await fetch(url(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Said) };
}

const record = (to: Server) => {
  day++;
  const stances = [stance({ heldFrom: `2016-01-${String(day).padStart(2, '0')}` })];
  return post(to, writing, { input: { message: `day ${day}`, stances, idempotencyKey: `day ${day}` } });
};

async function ready(of: Server, query = '') {
  const response = await fetch(new URL(`/ready${query}`, of.url()));
  return { status: response.status, ...((await response.json()) as Partial<Readiness>) };
}

test('a write by a server that reads from a standby is shown from there, and seen by one that has only the standby', async () => {
  const { data, errors } = await record(server);
  expect(errors).toBeUndefined();
  const { revision, stances } = data.recordStances;
  expect(stances[0]?.citations[0]?.document.key).toBe(stance({}).citations[0]?.document);
  const at = { 'concord-at-least-revision': `${revision.number}:${revision.digest}` };
  const seen = await post(reader, '{ dataset { revision latestRevision { message } } }', {}, at);
  expect(seen.data.dataset).toEqual({ revision: revision.number, latestRevision: { message: `day ${day}` } });
});

test.each([
  ['walreceiver', true],
  ['FIRST 1 (walreceiver)', true],
  ['ANY 1 (walreceiver, another)', false],
  ['', false],
])('where commits wait for "%s", a write was confirmed by all that may take over: %s', async (names, confirmed) => {
  const admin = await direct.pool.connect();
  const waitFor = async (standbys: string) => {
    await admin.query(`ALTER SYSTEM SET synchronous_standby_names = '${standbys}'`);
    await admin.query('SELECT pg_reload_conf()');
    // Of a session of its own: each takes the setting when it is asked something next.
    await until(async () => {
      const { rows } = await direct.pool.query("SELECT current_setting('synchronous_standby_names') AS names");
      return rows[0].names === standbys;
    });
  };
  onTestFinished(async () => {
    await waitFor('');
    admin.release();
  });
  await waitFor(names);
  const key = `confirmed-${names.length}`;
  const by = { author: 'tester', source: 'tester', message: key };
  const change = addIssue({ key, name: key, summary: null, tier: 'CORE' });
  const outcome = await write(direct.pool, change, { by, idempotency: null, baseRevision: null });
  expect(outcome).toMatchObject({ status: 'WRITTEN', confirmed });
});

test('what makes no revision is shown at once too', async () => {
  const query = `mutation ($input: CreateStoredQueryInput!) {
    createStoredQuery(input: $input) { ... on StoredQueryChanged { storedQuery { name } } ... on InvalidInput { problems { at found } } } }`;
  const input = { name: 'counted', description: 'A test.', document: '{ parties { totalCount } }' };
  expect((await post(server, query, { input })).data.createStoredQuery).toEqual({ storedQuery: { name: 'counted' } });
});

test('a server that has only a standby refuses writes, and says where they are taken', async () => {
  const before = (await direct.pool.query('SELECT last FROM revision_counter')).rows;
  const { status, errors } = await record(reader);
  expect(status).toBe(421);
  expect(errors?.[0]).toMatchObject({
    message: `This server reads from a standby and takes no writes; nothing was changed. Send writes to ${writeUrl}.`,
    extensions: { code: 'READ_ONLY', writeUrl },
  });
  expect((await direct.pool.query('SELECT last FROM revision_counter')).rows).toEqual(before);
});

test('/ready says what it is, for reads and for writes', async () => {
  const { status, checks, writes, reads } = await ready(reader);
  expect({ status, database: checks?.database, writes, reads }).toEqual({
    status: 200,
    database: { ok: true, found: 'answers; it is a standby' },
    writes: { ok: false, found: 'the database is read-only: it is a standby that replicates another server' },
    reads: { ok: true, found: expect.stringMatching(/^revision \d+$/) },
  });
  expect((await ready(reader, '?for=reads')).status).toBe(200);
  expect((await ready(reader, '?for=writes')).status).toBe(503);
  expect((await ready(server, '?for=writes')).status).toBe(200);
  expect(await ready(server, '?for=fun')).toMatchObject({
    status: 400,
    errors: [{ extensions: { code: 'BAD_REQUEST' } }],
  });
});

test('a server whose new connections lead to a standby takes no writes, though an older one leads to the primary', async () => {
  const state = async () => {
    const { status, writes } = await ready(moved, '?for=writes');
    return { status, writes };
  };
  expect(await state()).toMatchObject({ status: 200 });
  moving.lead(standby.url);
  expect(await state()).toEqual({
    status: 503,
    writes: { ok: false, found: 'the database is read-only: new connections lead to a standby' },
  });
  moving.lead(primary.url);
  await vi.waitFor(async () => expect(await state()).toMatchObject({ status: 200 }), { timeout: 60_000 });
});

const sources =
  '{ dataset { revision latestRevision { number } } stances(first: 50) { nodes { key citations { document { key } } } } }';

test('a question is not answered from a server that lacks the revision it is answered from', async () => {
  const standbyAdmin = await openDatabase(standby.url, { poolSize: 1 });
  onTestFinished(async () => {
    await standbyAdmin.pool.query('SELECT pg_wal_replay_resume()');
    await standbyAdmin.close();
  });
  await standbyAdmin.pool.query('SELECT pg_wal_replay_pause()');
  // For now to the primary; then what follows stays there, and the pool is led to the standby that lags.
  way.lead(primary.url);
  await way.cut();
  await way.mend();
  await vi.waitFor(async () => expect((await ready(server)).status).toBe(200), { timeout: 10_000 });
  const { data, errors } = await record(server);
  expect(errors).toBeUndefined();
  const { number } = data.recordStances.revision;
  way.lead(standby.url);
  both.renew();
  const behind = await post(server, sources, {});
  expect(behind.errors?.[0]?.extensions.code).toBe('DATABASE_UNAVAILABLE');
  // Nobody who wrote may take that for a write that was not done.
  expect((await record(server)).errors?.[0]).toMatchObject({
    message: `The write was done in revision ${number + 1}, but its result cannot be read at the moment; query it later.`,
    extensions: { code: 'REVISION_NOT_REACHED', revision: number + 1 },
  });
  await standbyAdmin.pool.query('SELECT pg_wal_replay_resume()');
  const answer = await post(server, sources, {}, { 'concord-at-least-revision': String(number + 1) });
  expect(answer.errors).toBeUndefined();
  expect(answer.data.dataset).toEqual({ revision: number + 1, latestRevision: { number: number + 1 } });
  expect(answer.data.stances.nodes.filter(({ citations }) => citations.length === 0)).toEqual([]);
});

test('event loops of one process read from the standby and write to the primary, and each shows what either wrote', async () => {
  for (const [by, to] of [
    [first, other],
    [other, first],
  ] as const) {
    const { data, errors } = await record(by);
    expect(errors).toBeUndefined();
    const { number } = data.recordStances.revision;
    expect((await post(to, sources, {})).data.dataset).toEqual({ revision: number, latestRevision: { number } });
  }
  // The standby tells of nothing: the first one looks for what the other waits for.
  const { number } = (await record(server)).data.recordStances.revision;
  const seen = await post(other, sources, {}, { 'concord-at-least-revision': String(number) });
  expect(seen.data.dataset).toEqual({ revision: number, latestRevision: { number } });
});

test('the command line serves a standby without a word about its jobs, and doctor says what it is', async () => {
  const env = { DATABASE_READ_URL: standby.url, CONCORD_KEY_SECRET: keySecret, PORT: '0' };
  const child = startConcord(['serve', '--json'], { ...env, LOG_LEVEL: 'warn' });
  onTestFinished(() => void child.kill('SIGKILL'));
  let log = '';
  child.stderr.on('data', (text) => {
    log += text;
  });
  const api = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(JSON.parse(line).api));
    child.once('exit', () => reject(new Error(log)));
  });
  const response = await fetch(api, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: sources }),
  });
  expect(await response.json()).not.toHaveProperty('errors');
  child.kill('SIGTERM');
  await new Promise((ended) => child.once('close', ended));
  expect(log).toBe('');

  const { stdout } = await runConcord(['doctor'], { ...env, DATABASE_URL: primary.url });
  expect(stdout).toMatch(/role: The server is a primary\./);
  expect(stdout).toMatch(/standby: The server is a standby and receives from its primary/);
  expect(stdout).toMatch(/standby: The server at \S+ has revision (\d+); the primary had \1 before\./);
  expect((await runConcord(['doctor'], env)).stdout).toMatch(/role: The server is a standby and receives/);
});

test('while the primary is away reads go on and writes fail; the standby that takes over is written to', async () => {
  const before = await post(server, sources, {});
  await primary.end();
  for (const one of [server, first, other]) expect(await post(one, sources, {})).toEqual(before);
  const { status, errors } = await record(server);
  expect({ status, code: errors?.[0]?.extensions.code }).toEqual({ status: 503, code: 'DATABASE_UNAVAILABLE' });
  expect((await ready(server)).status).toBe(200);
  expect((await ready(server, '?for=reads')).status).toBe(200);
  expect((await ready(server, '?for=writes')).status).toBe(503);

  await promote(standby);
  expect((await record(reader)).data.recordStances.__typename).toBe('StancesRevised');
  // A balancer before standbys may lead to the others again.
  await vi.waitFor(async () => expect((await ready(reader, '?for=writes')).status).toBe(200), { timeout: 60_000 });
});
