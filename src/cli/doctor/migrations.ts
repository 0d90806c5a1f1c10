import { pendingMigrations } from '#postgres/migrate/diagnose.ts';
import type { Database } from '#postgres/open-database.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

const check = 'migrations';

/** Checks that the database has every migration. An embedded one is migrated at the next start. Throws MigrationError if it has different ones. */
export async function checkMigrations(database: Database, embedded: boolean): Promise<Finding> {
  const pending = await pendingMigrations(database);
  if (pending.length === 0) return ok(check, 'The database is up to date.');
  const found = `The database has ${pending.length} pending migration(s) (${pending.join(', ')}); its ledger was not checked.`;
  return embedded
    ? warning(check, found, 'The next start, or concord migrate, applies them.')
    : problem(check, found, 'Apply them with concord migrate.');
}
