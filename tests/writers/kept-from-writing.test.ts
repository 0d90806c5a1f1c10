import { afterEach, beforeAll, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { isAnybodyWaiting, takeRevision, until } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';
import { useServedDatabase } from '../support/open-as-served.ts';
import { unsent, useWriter } from './writer.ts';

const database = useDatabase('migrated');
const served = useServedDatabase(() => database.url);
const writer = useWriter(served, 'editor', { requestTimeoutMs: 3_000 });
beforeAll(() => say(database, world));

const writersLock = 1_179_201_109;
const input = unsent();

const newest = async () =>
  (await database.pool.query<{ last: number }>('SELECT last FROM revision_counter')).rows[0]?.last;

async function ready() {
  const response = await fetch(new URL('/ready', writer.url()));
  const { writes } = (await response.json()) as { writes: { ok: boolean; found: string } };
  return { status: response.status, writes };
}

let before: number | undefined;
beforeAll(async () => {
  await writer.write('recordStances', input()); // the snapshot is there, and Prisma is loaded
  before = await newest();
});
afterEach(async () => {
  before = await newest();
});

test('a write that finds another writer at work is answered BUSY, with the time to come again, and nothing is written', async () => {
  const other = await database.pool.connect();
  await other.query(`SELECT pg_advisory_lock(${writersLock})`);
  const said = input();
  const failure = await writer.failure('recordStances', said);
  await other.query(`SELECT pg_advisory_unlock(${writersLock})`);
  other.release();
  expect(failure).toEqual({
    status: 503,
    retryAfter: '2',
    code: 'BUSY',
    message: expect.stringMatching(/^Other writes are in progress, .* nothing was written\. Retry after/),
  });
  expect(await newest()).toBe(before);
  expect((await writer.write('recordStances', said)).changed).toBe(true);
});

test('so is one that finds an import in the middle of its commit', async () => {
  const other = await database.pool.connect();
  await other.query('BEGIN');
  await takeRevision(other);
  const said = input();
  const failure = await writer.failure('recordStances', said);
  await other.query('ROLLBACK');
  other.release();
  expect(failure).toMatchObject({ status: 503, retryAfter: '2', code: 'BUSY' });
  expect(await newest()).toBe(before);
  expect((await writer.write('recordStances', said)).changed).toBe(true);
});

test('writers that wait behind one of the same server are answered BUSY too, and those behind them get their turn', async () => {
  const other = await database.pool.connect();
  await other.query(`SELECT pg_advisory_lock(${writersLock})`);
  const failures = await Promise.all([1, 2, 3].map(() => writer.failure('recordStances', input())));
  await other.query(`SELECT pg_advisory_unlock(${writersLock})`);
  other.release();
  expect(failures.map(({ code }) => code)).toEqual(['BUSY', 'BUSY', 'BUSY']);
  expect((await writer.write('recordStances', input())).changed).toBe(true);
});

test('a database that is full has its code, and /ready tells of it until a write is done', async () => {
  await database.pool.query(`
    CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER no_space BEFORE INSERT ON stance FOR EACH ROW EXECUTE FUNCTION no_space()`);
  const said = input();
  const failure = await writer.failure('recordStances', said);
  const { status, writes } = await ready();
  await database.pool.query('DROP TRIGGER no_space ON stance');
  expect(failure).toMatchObject({ status: 503, retryAfter: '60', code: 'DATABASE_FULL' });
  expect(failure.message).toBe(
    'The database has no disk space left; nothing was written. Retry after the number of seconds in Retry-After.',
  );
  expect({ status, writes }).toEqual({
    status: 200,
    writes: { ok: false, found: expect.stringMatching(/^the database has had no disk space left since 20/) },
  });
  expect((await writer.write('recordStances', said)).changed).toBe(true);
  expect((await ready()).writes).toEqual({ ok: true, found: 'taken' });
});

test('a database that takes no writes has its code, and /ready tells reads from writes', async () => {
  const name = new URL(database.url).pathname.slice(1);
  await database.pool.query(`ALTER DATABASE "${name}" SET default_transaction_read_only = on`);
  served.renew();
  const said = input();
  const failures = [
    await writer.failure('recordStances', said),
    await writer.failure('removeExport', { name: 'none', message: undefined }),
  ];
  const { status, writes } = await ready();
  await database.pool.query(`SET default_transaction_read_only = off; ALTER DATABASE "${name}" RESET ALL`);
  served.renew();
  for (const failure of failures)
    expect(failure).toMatchObject({ status: 503, retryAfter: '5', code: 'DATABASE_READ_ONLY' });
  expect({ status, writes }).toEqual({
    status: 200,
    writes: { ok: false, found: 'the database is read-only: default_transaction_read_only is on' },
  });
  expect((await writer.write('recordStances', said)).changed).toBe(true);
  expect((await ready()).writes.ok).toBe(true);
});

/** Lets the next COMMIT of a revision wait until `go` is called. */
async function holdCommits() {
  const other = await database.pool.connect();
  await other.query('SELECT pg_advisory_lock(42)');
  await database.pool.query(`
    CREATE OR REPLACE FUNCTION wait_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN SET LOCAL lock_timeout = 0; PERFORM pg_advisory_xact_lock(42); RETURN NULL; END $$;
    CREATE CONSTRAINT TRIGGER wait_at_commit AFTER INSERT ON revision DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION wait_at_commit()`);
  return async () => {
    await other.query('SELECT pg_advisory_unlock(42)');
    other.release();
    await until(async () => !(await isAnybodyWaiting(database)));
    await database.pool.query('DROP TRIGGER wait_at_commit ON revision');
  };
}

test('a write whose COMMIT takes longer than the request may have been done, is not cancelled, and is done once when sent again', async () => {
  const go = await holdCommits();
  const said = input();
  const failure = await writer.failure('recordStances', said);
  expect(await isAnybodyWaiting(database)).toBe(true);
  await go();
  expect(failure).toEqual({
    status: 503,
    retryAfter: '2',
    code: 'WRITE_OUTCOME_UNKNOWN',
    message: expect.stringMatching(
      /while the write was being committed: it may have been done\. Retry with the same idempotency key/,
    ),
  });
  expect(await newest()).toBe((before ?? 0) + 1);
  expect((await writer.write('recordStances', said)).revision?.number).toBe((before ?? 0) + 1);
  expect(await newest()).toBe((before ?? 0) + 1);
});

test.each([
  ['with an idempotency key', true, /Retry with the same idempotency key/],
  ['without one', false, /Check whether it was done before you retry/],
])('so may a write whose connection is lost at its COMMIT, %s', async (_, withKey, way) => {
  const go = await holdCommits();
  const { idempotencyKey, stances } = input();
  const failing = writer.failure('recordStances', withKey ? { stances, idempotencyKey } : { stances });
  await until(() => isAnybodyWaiting(database));
  await database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0`,
  );
  const failure = await failing;
  await go();
  expect(failure).toMatchObject({ status: 503, code: 'WRITE_OUTCOME_UNKNOWN', message: expect.stringMatching(way) });
  expect(await newest()).toBe(before);
  expect((await writer.write('recordStances', { stances, idempotencyKey })).changed).toBe(true);
});
