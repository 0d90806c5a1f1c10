import type { Surroundings } from '#exports/definition/definition.ts';
import type { Caller } from '#ledger/keys/authenticate.ts';
import type { Database } from '#postgres/open-database.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import type { QueryEngine } from '#stored-queries/query-engine.ts';
import type { PageSizes } from './connection/page.ts';
import type { Loaders } from './loader/loaders.ts';

/** What every resolver of one request sees. */
export interface Context {
  readonly database: Database;
  /** The caller, identified by an API key; null without one. */
  readonly caller: Caller | null;
  /** Where a later snapshot comes from when the request itself has changed the ledger. */
  readonly snapshots: Pick<Snapshots, 'atLeast'>;
  /**
   * The ledger as it was when the request began; all of the answer is of this one revision. After each mutation: as it was then.
   */
  readonly snapshot: Snapshot;
  /** The UTC day of the request, which is the default of `asOf`. */
  readonly today: number;
  readonly loaders: Loaders;
  /** How many rows a page of a list has. */
  readonly pageSizes: PageSizes;
  /** By what stored queries are checked. */
  readonly engine: QueryEngine;
  /** Where exports may be published. */
  readonly destinations: Surroundings['destinations'];
}
