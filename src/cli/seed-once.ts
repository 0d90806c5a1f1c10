import { fileURLToPath } from 'node:url';
import { seedLedger, wasSeeded } from '#ingest/seed.ts';
import { withSetupLock } from '#postgres/migrate/setup-lock.ts';
import type { Database } from '#postgres/open-database.ts';
import { requireWritable } from '#postgres/read-write-access.ts';
import { CommandError } from './command-error.ts';
import { refusal } from './refusal.ts';

/** The folder of the seed files. */
export const seedsFolder = fileURLToPath(new URL('../../seeds', import.meta.url));

/** Imports the seed files unless that was ever done; of several processes, one does it. */
export async function seedOnce(database: Database): Promise<void> {
  await withSetupLock(database, async () => {
    if (await wasSeeded(database)) return;
    await requireWritable(database.pool);
    const outcome = await seedLedger(database, seedsFolder);
    if (outcome.status === 'REFUSED') throw refusal(outcome.problems);
  });
}

/** Throws CommandError when the seed files never were imported: what would come after them cannot be told without them. */
export async function requireSeeded(database: Database): Promise<void> {
  if (await wasSeeded(database)) return;
  throw new CommandError(
    'The seed files have not been imported, which this import would do first. Import them with `npm run concord -- seed`, then repeat the dry run.',
  );
}
