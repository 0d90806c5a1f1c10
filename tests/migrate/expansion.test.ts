import { Client } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { pendingMigrations } from '#postgres/migrate/diagnose.ts';
import { isExpansion } from '#postgres/migrate/expansion.ts';
import { readMigrations } from '#postgres/migrate/prisma-folder.ts';
import { openDatabase } from '#postgres/open-database.ts';
import { openSnapshots } from '#snapshot/snapshots.ts';
import { breakingStatements } from '../../scripts/breaking-statements.ts';
import { useDatabase } from '../support/database.ts';

const migrations = await readMigrations();
const expansion = { name: '29990101000000_expand_later', sql: 'ALTER TABLE document ADD COLUMN later int;' };
const breaking = { name: '29990102000000_rename', sql: 'ALTER TABLE document RENAME COLUMN later TO latest;' };

test.each(migrations.filter(({ name }) => isExpansion(name)))('$name only adds', ({ sql }) => {
  expect(breakingStatements(sql)).toEqual([]);
});

test.each([
  [
    'CREATE TABLE "deed" (id int NOT NULL); CREATE UNIQUE INDEX a ON "deed"(id); ALTER TABLE "deed" ADD CHECK (id > 0)',
    0,
  ],
  [
    'CREATE TABLE t (id int); CREATE TRIGGER k BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f(); INSERT INTO t VALUES (1)',
    0,
  ],
  ['ALTER TABLE "party" ADD COLUMN "a" TEXT, ADD COLUMN "b" DECIMAL(1,2) NOT NULL DEFAULT 0;', 0],
  [
    'ALTER TABLE party ADD COLUMN "a_id" INT; ALTER TABLE party ADD CONSTRAINT "k" FOREIGN KEY ("a_id") REFERENCES a(id)',
    0,
  ],
  ["-- DROP TABLE party;\nCREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ DELETE FROM party; SELECT '' $$;", 0],
  ['ALTER TABLE party ADD COLUMN a text NOT NULL', 1],
  ['ALTER TABLE party ADD COLUMN a text, DROP COLUMN key', 1],
  ['ALTER TABLE party ADD CONSTRAINT "k" FOREIGN KEY ("key") REFERENCES a(id)', 1],
  ['ALTER TABLE party ADD CONSTRAINT k CHECK (length(key) < 9)', 1],
  ['CREATE UNIQUE INDEX a ON party(key)', 1],
  ['CREATE TRIGGER k BEFORE UPDATE ON party FOR EACH ROW EXECUTE FUNCTION f()', 1],
  ['ALTER TYPE "DocumentKind" ADD VALUE \'ELECTION\'', 1],
  ['CREATE OR REPLACE FUNCTION ledger_retire_only() RETURNS trigger LANGUAGE plpgsql AS $$ $$', 1],
  ['UPDATE party SET key = lower(key); DELETE FROM party; DROP TABLE party', 3],
  ['DO $$ BEGIN END $$', 1],
])('of %j it is noticed what breaks servers of the version before', (sql, count) => {
  expect(breakingStatements(sql)).toHaveLength(count);
});

describe('while a server follows the database', () => {
  const database = useDatabase('seeded');

  test('an expansion is applied, and anything else is refused with the name of the server unless it is asked for', async () => {
    const snapshots = openSnapshots(database.url, () => {});
    onTestFinished(() => snapshots.close());
    await snapshots.newest();
    expect(await applyMigrations(database, { only: [...migrations, expansion] })).toEqual([expansion.name]);
    const all = { only: [...migrations, expansion, breaking] };
    const refused = await applyMigrations(database, all).catch((error) => error);
    expect(refused).toMatchObject({
      code: 'SERVERS_RUNNING',
      message: expect.stringMatching(
        /cannot go on with 29990102000000_rename, and some are running \(concord server, process \d+ .* from \S+ since 20.*--while-servers-run/,
      ),
    });
    expect(await applyMigrations(database, { ...all, whileServersRun: true })).toEqual([breaking.name]);
  });

  test('without one, anything is applied', async () => {
    const last = { name: '29990103000000_drop', sql: 'ALTER TABLE document DROP COLUMN latest;' };
    expect(await applyMigrations(database, { only: [...migrations, expansion, breaking, last] })).toEqual([last.name]);
  });
});

describe('a database that a newer version expanded', () => {
  const database = useDatabase('migrated');

  test('is up to date for the version before, until something else follows', async () => {
    await applyMigrations(database, { only: [...migrations, expansion] });
    expect(await pendingMigrations(database)).toEqual([]);
    expect(await applyMigrations(database)).toEqual([]);
    await applyMigrations(database, { only: [...migrations, expansion, breaking] });
    await expect(pendingMigrations(database)).rejects.toMatchObject({
      code: 'HISTORY_DIVERGES',
      message: expect.stringContaining('cannot go on with (29990102000000_rename)'),
    });
  });
});

test('a migration that waits for a table lets those pass who come after it', async () => {
  const connect = async () => {
    const client = new Client({ connectionString: locked.url });
    await client.connect();
    onTestFinished(() => client.end());
    return client;
  };
  const holder = await connect();
  const reader = await connect();
  await holder.query('BEGIN; SELECT FROM document');
  const { promise: told, resolve } = Promise.withResolvers<string>();
  const opened = await openDatabase(locked.url, { waiting: { patienceMs: 60_000, tell: resolve } });
  onTestFinished(() => opened.close());
  const applied = applyMigrations(opened, { only: [...migrations, expansion] });
  await told;
  // Behind the migration, which waits for as long as the holder's transaction is open.
  expect((await reader.query('SELECT FROM document')).rowCount).toBe(0);
  await holder.query('ROLLBACK');
  expect(await applied).toEqual([expansion.name]);
});

const locked = useDatabase('migrated');
