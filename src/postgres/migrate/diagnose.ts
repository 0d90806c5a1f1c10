import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { MigrationError } from './migration-error.ts';
import type { Migration } from './prisma-folder.ts';
import { migrationList, wholeDatabase } from './schema-engine.ts';

export interface MigrationState {
  /** Migrations that the database lacks, in order. */
  readonly pending: readonly string[];
  /** Migrations that were begun and not finished: their process was killed, or their SQL failed. */
  readonly unfinished: readonly string[];
}

/**
 * Compares the history of a database with the migrations of this Concord.
 * @throws MigrationError `HISTORY_DIVERGES` when the database went through others.
 */
export async function diagnose(engine: SchemaEngine, migrations: readonly Migration[]): Promise<MigrationState> {
  const { history, editedMigrationNames, failedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList: migrationList(migrations),
    optInToShadowDatabase: false,
    filters: wholeDatabase,
  });
  if (history !== null && history.diagnostic !== 'databaseIsBehind') {
    const names = history.unpersistedMigrationNames.join(', ');
    const message = `The database has migrations that this version of Concord does not know (${names}); a newer version applied them. Update Concord, or use another database.`;
    throw new MigrationError('HISTORY_DIVERGES', message);
  }
  // To edit what did not get through is the way to mend it.
  const edited = editedMigrationNames.filter((name) => !failedMigrationNames.includes(name));
  if (edited.length > 0) {
    const names = edited.join(', ');
    const message = `The database was migrated with a different version of ${names}. Restore the file, or use another database.`;
    throw new MigrationError('HISTORY_DIVERGES', message);
  }
  const pending = new Set([...failedMigrationNames, ...(history?.unappliedMigrationNames ?? [])]);
  return { pending: [...pending].sort(), unfinished: failedMigrationNames };
}
