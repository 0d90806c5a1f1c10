import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { beforeAll, expect, inject, type TestContext, test, vi } from 'vitest';
import { openDatabase } from '#postgres/open-database.ts';
import { nextSnapshot } from '#snapshot/next-snapshot.ts';
import { OtherPastError } from '#snapshot/snapshot.ts';
import { openSnapshots } from '#snapshot/snapshots.ts';
import { useDatabase } from '../support/database.ts';
import { createDatabase, dropDatabase, urlOf } from '../support/test-databases.ts';
import { caughtUp } from './caught-up.ts';
import { addCountry } from './commit.ts';
import { readAnew } from './snapshots-of.ts';

const database = useDatabase('migrated');
beforeAll(async () => {
  for (const key of ['X-A', 'X-B', 'X-C']) await addCountry(database, key);
});

/** What a test undoes when it ends: its own, for most of them wait some seconds and so run at the same time. */
type Ending = Pick<TestContext, 'onTestFinished'>;

/** A ledger with a name of its own, or that of another, and with these countries, a revision each. */
async function anotherLedger({ onTestFinished }: Ending, keys: readonly string[], name?: string) {
  const server = inject('testServer');
  const id = randomBytes(6).toString('hex');
  await createDatabase(server, id, 'migrated');
  const other = await openDatabase(urlOf(server, id));
  onTestFinished(async () => {
    await other.close().catch(() => {}); // closed by the test
    await dropDatabase(server, id);
  });
  await other.pool.query('UPDATE revision_counter SET ledger = coalesce($1::uuid, gen_random_uuid())', [name ?? null]);
  for (const key of keys) await addCountry(other, key);
  return other;
}

/** Puts a copy of another database in the place of one, whoever is connected. */
async function replaceDatabase(name: string, from: string): Promise<void> {
  const client = new Client({ connectionString: inject('testServer') });
  await client.connect();
  await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await client.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  await client.query(`CREATE DATABASE "${name}" TEMPLATE "${from}"`);
  await client.end();
}

const nameOf = async ({ pool }: Pick<typeof database, 'pool'>) =>
  (await pool.query<{ ledger: string }>('SELECT ledger FROM revision_counter')).rows[0]?.ledger;

/** A ledger of its own that is followed. */
async function follow(ending: Ending) {
  const followed = await anotherLedger(ending, ['X-A', 'X-B', 'X-C']);
  const errors: unknown[] = [];
  const snapshots = openSnapshots(followed.url, (error) => errors.push(error));
  ending.onTestFinished(() => snapshots.close());
  await caughtUp(snapshots, 3);
  return { followed, snapshots, errors: () => errors.filter((error) => error instanceof OtherPastError) };
}

const replacements: readonly (readonly [string, readonly string[]])[] = [
  ['as many revisions', ['X-D', 'X-E', 'X-F']],
  ['fewer', ['X-D']],
  ['none', []],
  ['more', ['X-D', 'X-E', 'X-F', 'X-G', 'X-H']],
];

test.for(replacements)(
  'a snapshot of a ledger with another past and %s is never carried on',
  async ([, keys], ending) => {
    const snapshot = await readAnew(database);
    const other = await anotherLedger(ending, keys, await nameOf(database));
    const client = await other.pool.connect();
    ending.onTestFinished(() => client.release());
    const carried = nextSnapshot(client, snapshot);
    // An empty ledger of the same name is one that lost everything: all is read again.
    if (keys.length === 0) expect(await carried).toBeNull();
    else await expect(carried).rejects.toBeInstanceOf(OtherPastError);
  },
);

test('of another ledger that says just the same, it is not carried on either', async (ending) => {
  const snapshot = await readAnew(database);
  const other = await anotherLedger(ending, ['X-A', 'X-B', 'X-C']);
  const client = await other.pool.connect();
  ending.onTestFinished(() => client.release());
  await expect(nextSnapshot(client, snapshot)).rejects.toBeInstanceOf(OtherPastError);
});

test.concurrent.for(replacements)(
  'who follows a ledger that is replaced by one with %s answers from that, and says so',
  async ([, keys], ending) => {
    const { followed, snapshots, errors } = await follow(ending);
    const other = await anotherLedger(ending, keys);
    const expected = await readAnew(other);
    await other.close();
    const [name, from] = [followed, other].map(({ url }) => new URL(url).pathname.slice(1));
    await replaceDatabase(name as string, from as string);
    await vi.waitFor(async () => expect((await snapshots.newest()).digest).toBe(expected.digest), { timeout: 20_000 });
    const { ledger, revision, parties } = await snapshots.newest();
    expect([ledger, revision]).toEqual([expected.ledger, keys.length]);
    expect(parties.list.map(({ key }) => key)).toEqual(keys);
    expect(errors()).toHaveLength(1);
  },
);

test.concurrent('who looks without being told notices that the newest revision is another, and never gives the old one again', async (ending) => {
  const { followed, snapshots, errors } = await follow(ending);
  const before = await snapshots.newest();
  const client = await followed.pool.connect();
  await client.query(`BEGIN; SET LOCAL session_replication_role = replica;
    UPDATE party SET note = 'another' WHERE key = 'X-C'; UPDATE revision SET digest = sha256('another') WHERE number = 3; COMMIT`);
  client.release();
  await vi.waitFor(() => expect(errors()).toHaveLength(1), { timeout: 20_000 });
  const after = await snapshots.newest();
  expect(after.digest).not.toBe(before.digest);
  expect(after.parties.byKey.get('X-C')?.note).toBe('another');
  expect(await snapshots.atLeast(3, 100, before.digest)).toBeNull();
  expect(await snapshots.atLeast(3, 100, after.digest)).toBe(after);
});

test.concurrent('so does who looks at a ledger that has lost its last revision', async (ending) => {
  const { followed, snapshots, errors } = await follow(ending);
  const client = await followed.pool.connect();
  await client.query(`BEGIN; SET LOCAL session_replication_role = replica;
    DELETE FROM party WHERE added_in = 3; DELETE FROM revision WHERE number = 3; UPDATE revision_counter SET last = 2; COMMIT`);
  client.release();
  await vi.waitFor(() => expect(errors()).toHaveLength(1), { timeout: 20_000 });
  expect((await snapshots.newest()).revision).toBe(2);
});
