import type { Database } from '../open-database.ts';
import { diagnose } from './diagnose.ts';
import { readHistory } from './history.ts';
import { readMigrations } from './prisma-folder.ts';

/**
 * Names of the migrations that the database lacks, in order.
 * @throws MigrationError
 */
export async function pendingMigrations({ pool }: Pick<Database, 'pool'>): Promise<readonly string[]> {
  const [history, migrations] = await Promise.all([readHistory(pool), readMigrations()]);
  return diagnose(history ?? [], migrations).pending.map(({ name }) => name);
}
