import type { Database } from '#postgres/open-database.ts';
import { buildSnapshot } from '#snapshot/build-snapshot.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { CommandError } from '../command-error.ts';

/** The ledger in memory. Throws CommandError for an empty one, in which nobody can be found. */
export async function filledLedger({ url }: Database): Promise<Snapshot> {
  const snapshot = await buildSnapshot(url);
  if (snapshot.revision > 0) return snapshot;
  throw new CommandError('The ledger is empty: concord seed fills it with the seed files, concord import with others.');
}
