import type { Database } from '../open-database.ts';
import { diagnose } from './diagnose.ts';
import { readMigrations } from './prisma-folder.ts';
import { withSchemaEngine } from './schema-engine.ts';

/** Names of the migrations that the database lacks, in order. */
export async function pendingMigrations({ url }: Pick<Database, 'url'>): Promise<readonly string[]> {
  const migrations = await readMigrations();
  return withSchemaEngine(url, migrations, async (engine) => (await diagnose(engine, migrations)).pending);
}
