import type { Database } from '../open-database.ts';
import { requireWritable } from '../require-writable.ts';
import { diagnose } from './diagnose.ts';
import { migrating } from './engine-adapter.ts';
import { isUpToDate } from './is-up-to-date.ts';
import { MigrationError } from './migration-error.ts';
import { type Migration, readMigrations } from './prisma-folder.ts';
import { migrationList, wholeDatabase, withSchemaEngine } from './schema-engine.ts';
import { withSetupLock } from './setup-lock.ts';
import { whileNobodyBlocks } from './while-nobody-blocks.ts';

/**
 * Applies the migrations that the database lacks, each as a whole or not at all, and records them as Prisma does. Answers their names.
 * Without `only`, the migrations are those of prisma/migrations.
 * @throws MigrationError
 */
export async function applyMigrations(
  { url, pool, waiting }: Pick<Database, 'url' | 'pool' | 'waiting'>,
  only?: readonly Migration[],
): Promise<readonly string[]> {
  const migrations = only ?? (await readMigrations());
  if (await isUpToDate(pool, migrations)) return [];
  return withSetupLock({ pool, waiting }, () =>
    withSchemaEngine(url, migrations, async (engine) => {
      const { pending, unfinished } = await diagnose(engine, migrations);
      if (pending.length === 0) return [];
      await requireWritable(pool);
      // Nothing of it was kept, so it begins anew.
      for (const migrationName of unfinished) await engine.markMigrationRolledBack({ migrationName });
      const input = { migrationsList: migrationList(migrations), filters: wholeDatabase };
      const { appliedMigrationNames } = await whileNobodyBlocks(pool, migrating, waiting, () =>
        engine.applyMigrations(input).catch(failed),
      );
      return appliedMigrationNames;
    }),
  );
}

function failed(cause: Error): never {
  // The engine puts what the server said and the name of the migration into a trace of its own.
  const reason = /ERROR: (.*)/.exec(cause.message)?.[1] ?? cause.message;
  const name = /migration_name="(.*)"/.exec(cause.message)?.[1] ?? '';
  const message = `The migration ${name} failed and was rolled back: ${reason}.`;
  throw new MigrationError('MIGRATION_FAILED', message, { cause });
}
