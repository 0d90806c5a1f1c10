import { applyMigrations } from '#postgres/migrate/apply-migrations.ts';
import { pendingMigrations } from '#postgres/migrate/diagnose.ts';
import { MigrationError } from '#postgres/migrate/history.ts';
import { requireWritable } from '#postgres/read-write-access.ts';
import type { CommandContext } from './command-context.ts';
import { type OpenDatabase, type WithDatabaseOptions, withDatabase } from './with-database.ts';

/**
 * Runs `use` on a database with all migrations: an embedded one is migrated first, any other must have been migrated.
 * @throws MigrationError `MIGRATIONS_PENDING`
 */
export function withLedger<T>(
  context: CommandContext,
  use: (open: OpenDatabase) => Promise<T>,
  options?: WithDatabaseOptions,
): Promise<T> {
  const migratedFirst = async (open: OpenDatabase): Promise<T> => {
    await (open.embedded ? applyMigrations(open.database) : requireMigrated(open));
    return use(open);
  };
  return withDatabase(context, migratedFirst, options);
}

/** The same for a command that writes. Checks first that the database is writable, because reading files may take minutes. */
export function withWritableLedger<T>(context: CommandContext, use: (open: OpenDatabase) => Promise<T>): Promise<T> {
  return withLedger(context, async (open) => {
    await requireWritable(open.database.pool);
    return use(open);
  });
}

async function requireMigrated({ database }: OpenDatabase): Promise<void> {
  const pending = await pendingMigrations(database);
  if (pending.length === 0) return;
  const message = `The database at DATABASE_URL has ${pending.length} pending migration(s) (${pending.join(', ')}). Apply them with: npm run concord -- migrate`;
  throw new MigrationError('MIGRATIONS_PENDING', message);
}
