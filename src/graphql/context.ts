import type { Database } from '#ledger/open-database.ts';
import type { Snapshot } from '#ledger/snapshot/snapshot.ts';
import type { Loaders } from './loader/loaders.ts';

/** What every resolver of one request sees. */
export interface Context {
  readonly database: Database;
  /** The ledger as it was when the request began; all of the answer is of this one revision. */
  readonly snapshot: Snapshot;
  /** The UTC day of the request: what `asOf` is when nobody says. */
  readonly today: number;
  readonly loaders: Loaders;
}
