import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { EngineAdapterFactory } from '#postgres/migrate/engine-adapter.ts';
import { pendingMigrations } from '#postgres/migrate/pending-migrations.ts';
import { readMigrations } from '#postgres/migrate/prisma-folder.ts';
import { migrationList, wholeDatabase, withSchemaEngine } from '#postgres/migrate/schema-engine.ts';
import { useDatabase } from '../support/database.ts';

const migrations = await readMigrations();
const names = migrations.map(({ name }) => name);
const recorded =
  'SELECT migration_name, finished_at IS NOT NULL AS finished, rolled_back_at, applied_steps_count AS steps';

describe('on an empty database', () => {
  const database = useDatabase('empty');

  test('all migrations are pending, then applied in order, then none is left to apply', async () => {
    expect(await pendingMigrations(database)).toEqual(names);
    expect(await applyMigrations(database)).toEqual(names);
    expect(await pendingMigrations(database)).toEqual([]);
    expect(await applyMigrations(database)).toEqual([]);
  });

  test('each is recorded once, as Prisma records it', async () => {
    const { rows } = await database.pool.query(`${recorded} FROM _prisma_migrations ORDER BY started_at`);
    expect(rows).toEqual(
      names.map((name) => ({ migration_name: name, finished: true, rolled_back_at: null, steps: 1 })),
    );
  });

  test('Prisma finds nothing wrong with the history', async () => {
    const diagnosis = await withSchemaEngine(database.url, migrations, (engine) =>
      engine.diagnoseMigrationHistory({
        migrationsList: migrationList(migrations),
        optInToShadowDatabase: false,
        filters: wholeDatabase,
      }),
    );
    expect(diagnosis).toEqual({
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
      history: null,
    });
  });
});

describe('several processes at once', () => {
  const database = useDatabase('empty');

  test('one applies the migrations, the others wait and find nothing to do', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(database)));
    expect(applied.flat()).toEqual(names);
  });
});

describe('a migration that fails in the middle', () => {
  const database = useDatabase('empty');
  const migration = (sql: string) => [{ name: '20260101000000_first', sql }];
  const broken = migration('CREATE TABLE kept (id int); CREATE TABLE kept (id int);');

  test('leaves nothing behind and says what failed', async () => {
    await expect(applyMigrations(database, broken)).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message: 'The migration 20260101000000_first failed and was rolled back: relation "kept" already exists.',
    });
    const { rows } = await database.pool.query("SELECT to_regclass('kept') AS kept");
    expect(rows).toEqual([{ kept: null }]);
  });

  test('is applied when it is mended', async () => {
    expect(await applyMigrations(database, migration('CREATE TABLE kept (id int);'))).toEqual(['20260101000000_first']);
  });
});

describe('a migration whose process was killed', () => {
  const database = useDatabase('migrated');
  const later = { name: '29990101000000_later', sql: 'CREATE TABLE later (id int);' };
  const all = [...migrations, later];

  // What Prisma records before it runs the SQL.
  const begin = () =>
    database.pool.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES (gen_random_uuid(), $1, $2)',
      [createHash('sha256').update(later.sql).digest('hex'), later.name],
    );

  test('before its SQL was committed, is applied again', async () => {
    await begin();
    expect(await applyMigrations(database, all)).toEqual([later.name]);
  });

  test('after its SQL was committed, counts as applied', async () => {
    await database.pool.query('DROP TABLE later');
    await database.pool.query('DELETE FROM _prisma_migrations WHERE migration_name = $1', [later.name]);
    await begin();
    const factory = new EngineAdapterFactory(database.url, [later.sql]);
    const adapter = await factory.connect();
    await adapter.executeScript(later.sql);
    await factory.close();
    expect(await applyMigrations(database, all)).toEqual([]);
  });
});

describe('a database of a newer Concord', () => {
  const database = useDatabase('migrated');

  test('is refused in words', async () => {
    await database.pool.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('1', 'x', '29990101000000_later', now())",
    );
    await expect(applyMigrations(database)).rejects.toMatchObject({
      code: 'HISTORY_DIVERGES',
      message: expect.stringContaining('29990101000000_later'),
    });
  });
});
