import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { readMigrations } from '#postgres/migrate/prisma-folder.ts';
import { withSetupLock } from '#postgres/migrate/setup-lock.ts';
import { openDatabase } from '#postgres/open-database.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('migrated');
const setupLock = 1_179_201_108;

/** Another program that is connected. */
async function another(): Promise<Client> {
  const client = new Client({ connectionString: database.url, application_name: 'a tool' });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

/** The database as a process opens it that waits so long, and the first thing that it says. */
async function waitingFor(patienceMs: number) {
  const { promise: told, resolve } = Promise.withResolvers<string>();
  const opened = await openDatabase(database.url, { waiting: { patienceMs, tell: resolve } });
  onTestFinished(() => opened.close());
  return { opened, told };
}

const holder = /process \d+ of the database server \(a tool\), connected from [\d.]+ since 20\d\d-/;

test('who waits for another that migrates or seeds says for whom, and goes on when that has ended', async () => {
  const other = await another();
  await other.query(`SELECT pg_advisory_lock(${setupLock})`);
  const { opened, told } = await waitingFor(60_000);
  const work = withSetupLock(opened, async () => 'done');
  // Whichever is first, so that a failure is told as one.
  const message = await Promise.race([told, work]);
  expect(message).toMatch(
    /^Waiting up to \d+ s more for another process that is migrating or seeding this database: process/,
  );
  expect(message).toMatch(holder);
  await other.query(`SELECT pg_advisory_unlock(${setupLock})`);
  expect(await work).toBe('done');
});

test('it is refused after a while, and told whom to end', async () => {
  const other = await another();
  await other.query(`SELECT pg_advisory_lock(${setupLock})`);
  const { opened } = await waitingFor(300);
  const refused = await withSetupLock(opened, async () => 'done').catch((error) => error);
  expect(refused).toMatchObject({ code: 'LOCK_NOT_FREE', message: expect.stringMatching(holder) });
  expect(refused.message).toMatch(/did not finish within 300 ms: .* CONCORD_LOCK_TIMEOUT_MS/);
});

const migrations = async () => [
  ...(await readMigrations()),
  { name: '29990101000000_later', sql: 'ALTER TABLE document ADD COLUMN later int;' },
];

test('a migration that waits for a table says who holds it, is refused after a while with nothing kept, and goes on when it is free', async () => {
  const other = await another();
  await other.query('BEGIN; SELECT FROM document');
  const { opened, told } = await waitingFor(2_500);
  const refused = applyMigrations(opened, { only: await migrations() }).catch((error) => error);
  expect(await told).toMatch(
    /^A migration is waiting for a lock held by process \d+ .* \(a tool\), whose transaction started at 20/,
  );
  expect(await refused).toMatchObject({
    code: 'LOCK_NOT_FREE',
    message: expect.stringMatching(/could not get a lock within 2500 ms and was rolled back; /),
  });
  await other.query('ROLLBACK');
  expect(await applyMigrations(opened, { only: await migrations() })).toEqual(['29990101000000_later']);
});
