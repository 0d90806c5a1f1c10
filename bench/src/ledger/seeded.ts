import { seedOnce } from '../../../src/cli/seed-once.ts';
import { applyMigrations } from '../../../src/postgres/migrate/apply-migrations.ts';
import { openDatabase } from '../../../src/postgres/open-database.ts';

/** Gives a database the tables and the seeds. */
export async function migrateAndSeed(url: string): Promise<void> {
  const database = await openDatabase(url);
  try {
    await applyMigrations(database);
    await seedOnce(database);
  } finally {
    await database.close();
  }
}
