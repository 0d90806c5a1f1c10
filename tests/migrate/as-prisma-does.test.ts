import { expect, test } from 'vitest';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { type Migration, readMigrations } from '#postgres/migrate/prisma-folder.ts';
import type { Database } from '#postgres/open-database.ts';
import { migrationList, wholeDatabase, withSchemaEngine } from '../../scripts/schema-engine/schema-engine.ts';
import { useDatabase } from '../support/database.ts';

// Prisma's schema engine is what `prisma migrate deploy` and `prisma migrate status` run.

const migrations = await readMigrations();
const half = migrations.slice(0, Math.ceil(migrations.length / 2));
const broken = { name: '29990101000000_broken', sql: 'CREATE TABLE kept (id int); CREATE TABLE kept (id int);' };

const input = (known: readonly Migration[]) => ({ migrationsList: migrationList(known), filters: wholeDatabase });

/** What `prisma migrate deploy` does. */
const deploy = ({ url }: Database, known: readonly Migration[]) =>
  withSchemaEngine(url, async (engine) => (await engine.applyMigrations(input(known))).appliedMigrationNames);

/** What `prisma migrate status` tells from. */
const status = ({ url }: Database, known: readonly Migration[]) =>
  withSchemaEngine(url, (engine) => engine.diagnoseMigrationHistory({ ...input(known), optInToShadowDatabase: false }));

const sound = { editedMigrationNames: [], failedMigrationNames: [], hasMigrationsTable: true, history: null };

// Of the text of a failure only what the server said: the engine adds a trace of its own code.
async function recorded({ pool }: Database) {
  const { rows: columns } = await pool.query(
    `SELECT column_name, ordinal_position, column_default, is_nullable, udt_name, character_maximum_length
     FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
  );
  const { rows } = await pool.query(
    `SELECT id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' AS "isUuid", checksum, migration_name, rolled_back_at, applied_steps_count,
       finished_at >= started_at AS finished, coalesce(substring(logs FROM 'ERROR: [^\\n]*'), logs) AS logs
     FROM _prisma_migrations ORDER BY migration_name`,
  );
  return { columns, rows };
}

const ours = useDatabase('empty');
const theirs = useDatabase('empty');

test('both record migrations alike', async () => {
  expect(await applyMigrations(ours, { only: half })).toEqual(await deploy(theirs, half));
  expect(await recorded(ours)).toEqual(await recorded(theirs));
});

test('each goes on where the other stopped, and finds nothing wrong', async () => {
  expect(await deploy(ours, migrations)).toEqual(await applyMigrations(theirs, { only: migrations }));
  expect(await recorded(ours)).toEqual(await recorded(theirs));
  expect(await applyMigrations(ours)).toEqual([]);
  expect(await deploy(theirs, migrations)).toEqual([]);
  expect(await status(ours, migrations)).toEqual(sound);
});

test('both record alike a migration that fails, and Prisma takes it for one', async () => {
  const all = [...migrations, broken];
  await expect(applyMigrations(ours, { only: all })).rejects.toMatchObject({ code: 'MIGRATION_FAILED' });
  await expect(deploy(theirs, all)).rejects.toThrow('already exists');
  expect(await recorded(ours)).toEqual(await recorded(theirs));
  expect((await status(ours, all)).failedMigrationNames).toEqual([broken.name]);
});

test('one that failed under Prisma and is mended is applied', async () => {
  const mended = { ...broken, sql: 'CREATE TABLE kept (id int);' };
  for (const database of [ours, theirs]) {
    expect(await applyMigrations(database, { only: [...migrations, mended] })).toEqual([broken.name]);
    expect(await status(database, [...migrations, mended])).toEqual(sound);
  }
});
