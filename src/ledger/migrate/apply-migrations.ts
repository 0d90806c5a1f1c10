import type { Database } from '../open-database.ts';
import { diagnose } from './diagnose.ts';
import { MigrationError } from './migration-error.ts';
import { readMigrations } from './prisma-folder.ts';
import { migrationList, wholeDatabase, withSchemaEngine } from './schema-engine.ts';
import { withSetupLock } from './setup-lock.ts';

/**
 * Applies the migrations that the database lacks, each as a whole or not at all, and records them as Prisma does. Answers their names.
 * @throws MigrationError
 */
export async function applyMigrations({ url, pool }: Pick<Database, 'url' | 'pool'>): Promise<readonly string[]> {
  const migrations = await readMigrations();
  return withSetupLock(pool, () =>
    withSchemaEngine(url, migrations, async (engine) => {
      const { unfinished } = await diagnose(engine, migrations);
      // Nothing of it was kept, so it begins anew.
      for (const migrationName of unfinished) await engine.markMigrationRolledBack({ migrationName });
      const input = { migrationsList: migrationList(migrations), filters: wholeDatabase };
      const { appliedMigrationNames } = await engine.applyMigrations(input).catch(failed);
      return appliedMigrationNames;
    }),
  );
}

function failed(cause: Error): never {
  throw new MigrationError('MIGRATION_FAILED', `The database could not be migrated: ${cause.message}`, { cause });
}
