import type { Database } from '../open-database.ts';
import { readMigrations } from './prisma-folder.ts';

const applied = `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;

/** Names of the migrations that the database lacks, by its own list alone: one statement, for those who ask often. `diagnose` looks closer. */
export async function lackingMigrations({ pool }: Pick<Database, 'pool'>): Promise<string[]> {
  const [{ rows }, migrations] = await Promise.all([pool.query<{ name: string }>(applied), readMigrations()]);
  const names = new Set(rows.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !names.has(name));
}
