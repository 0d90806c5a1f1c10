import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm';
import { type Migration, migrationsFolder } from '#postgres/migrate/prisma-folder.ts';
import { EngineAdapterFactory } from './engine-adapter.ts';
import { loadEngine } from './load-engine.ts';
import { readSchema } from './read-schema.ts';

/** Nothing of the database is another's. */
export const wholeDatabase: SchemaFilter = { externalTables: [], externalEnums: [] };

/** The migrations in the form that the engine takes. */
export function migrationList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

/** Runs `work` with Prisma's schema engine connected to a database. */
export async function withSchemaEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const factory = new EngineAdapterFactory(url);
  try {
    const options = { datamodels: [['schema.prisma', await readSchema()] as [string, string]] };
    const engine = await SchemaEngine.new(options, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
    return await work(engine).finally(() => engine.free());
  } finally {
    await factory.close();
  }
}
