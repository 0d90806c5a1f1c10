import type { Database } from '../open-database.ts';
import { diagnose } from './diagnose.ts';
import { isUpToDate } from './is-up-to-date.ts';
import { readMigrations } from './prisma-folder.ts';
import { withSchemaEngine } from './schema-engine.ts';

/** Names of the migrations that the database lacks, in order. */
export async function pendingMigrations({ url, pool }: Pick<Database, 'url' | 'pool'>): Promise<readonly string[]> {
  const migrations = await readMigrations();
  if (await isUpToDate(pool, migrations)) return [];
  return withSchemaEngine(url, migrations, async (engine) => (await diagnose(engine, migrations)).pending);
}
