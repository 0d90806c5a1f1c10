import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import type { Migration } from '#postgres/migrate/prisma-folder.ts';
import { openDatabase } from '#postgres/open-database.ts';
import { readSchema } from './read-schema.ts';
import { wholeDatabase, withSchemaEngine } from './schema-engine.ts';

/**
 * The SQL that leads from the migrations to schema.prisma; null when they say the same. Needs an empty database, in which it applies the
 * migrations.
 */
export async function schemaDifference(emptyUrl: string, migrations: readonly Migration[]): Promise<string | null> {
  const files = [{ path: 'schema.prisma', content: await readSchema() }];
  const database = await openDatabase(emptyUrl);
  await applyMigrations(database, { only: migrations }).finally(database.close);
  return withSchemaEngine(emptyUrl, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '/' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: wholeDatabase,
    });
    return exitCode === 0 ? null : stdout;
  });
}
