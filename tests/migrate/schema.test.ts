import { describe, expect, test } from 'vitest';
import { readMigrations } from '#postgres/migrate/prisma-folder.ts';
import { schemaDifference } from '../../scripts/schema-engine/schema-difference.ts';
import { useDatabase } from '../support/database.ts';

const migrations = await readMigrations();

describe('prisma/schema.prisma', () => {
  const database = useDatabase('empty');

  test('says the same as the migrations; if it changed, run: npm run migration -- NAME', async () => {
    expect(await schemaDifference(database.url, migrations)).toBeNull();
  });
});

describe('a change of the database that the schema does not know', () => {
  const database = useDatabase('empty');

  test('is noticed', async () => {
    const changed = migrations.map((migration, index) =>
      index < migrations.length - 1
        ? migration
        : { ...migration, sql: `${migration.sql}\nCREATE TABLE stray (id int);` },
    );
    expect(await schemaDifference(database.url, changed)).toContain('DROP TABLE "stray"');
  });
});
