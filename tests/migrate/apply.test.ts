import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { pendingMigrations } from '#postgres/migrate/diagnose.ts';
import { readMigrations } from '#postgres/migrate/prisma-folder.ts';
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
    await expect(applyMigrations(database, { only: broken })).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message: 'The migration 20260101000000_first failed and was rolled back: relation "kept" already exists.',
    });
    const { rows } = await database.pool.query("SELECT to_regclass('kept') AS kept");
    expect(rows).toEqual([{ kept: null }]);
  });

  test('is applied when it is mended', async () => {
    expect(await applyMigrations(database, { only: migration('CREATE TABLE kept (id int);') })).toEqual([
      '20260101000000_first',
    ]);
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
    expect(await applyMigrations(database, { only: all })).toEqual([later.name]);
  });

  test('after its SQL was committed, counts as applied: its record is of the same transaction', async () => {
    const { rows } = await database.pool.query(
      "SELECT finished_at FROM _prisma_migrations, pg_class WHERE relname = 'later' AND _prisma_migrations.xmin = pg_class.xmin",
    );
    expect(rows).toEqual([{ finished_at: expect.any(Date) }]);
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

describe('a database of another text', () => {
  const database = useDatabase('migrated');
  const [first, ...rest] = migrations;
  const withFirst = (sql: string) => [{ name: first?.name ?? '', sql }, ...rest];

  test('is refused in words', async () => {
    const refused = applyMigrations(database, { only: withFirst('SELECT 1') });
    await expect(refused).rejects.toMatchObject({
      code: 'HISTORY_DIVERGES',
      message: `The database was migrated with a different version of ${names[0]}. Restore the file, or use another database.`,
    });
  });

  test('is not taken for one where a checkout gave the file other line ends', async () => {
    expect(await applyMigrations(database, { only: withFirst(first?.sql.replaceAll('\n', '\r\n') ?? '') })).toEqual([]);
  });
});

describe("a database of somebody else's", () => {
  const database = useDatabase('empty');

  test('is left as it is', async () => {
    await database.pool.query('CREATE TABLE stranger (id int)');
    await expect(applyMigrations(database)).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message: "The database has tables (stranger) and no migrations: they are not Concord's. Use another database.",
    });
    const { rows } = await database.pool.query("SELECT to_regclass('_prisma_migrations') AS migrations");
    expect(rows).toEqual([{ migrations: null }]);
  });
});
