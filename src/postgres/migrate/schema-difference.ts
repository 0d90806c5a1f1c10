import { type Migration, readSchema } from './prisma-folder.ts';
import { migrationList, wholeDatabase, withSchemaEngine } from './schema-engine.ts';

/**
 * The SQL that leads from the migrations to schema.prisma; null when they say the same. Needs an empty database, in which it applies the
 * migrations.
 */
export async function schemaDifference(emptyUrl: string, migrations: readonly Migration[]): Promise<string | null> {
  const files = [{ path: 'schema.prisma', content: await readSchema() }];
  return withSchemaEngine(emptyUrl, migrations, async (engine) => {
    await engine.applyMigrations({ migrationsList: migrationList(migrations), filters: wholeDatabase });
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
