import type { Database } from '#postgres/open-database.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import type { RememberedChanges } from '#stored-queries/changes/remembered-changes.ts';
import type { Answering } from '../answer-request.ts';
import type { HttpCaching } from '../caching/http-caching.ts';

/** What stored queries are answered with. */
export interface StoredQueryServer extends Answering {
  readonly database: Database;
  readonly snapshots: Snapshots;
  readonly caching: HttpCaching;
  /** The path under which Concord is served; empty at the root. */
  readonly publicPath: string;
  /** The clock; a request takes its day from it. */
  readonly now: () => Date;
  /** What a client may see of an error. */
  readonly maskError: (error: unknown) => Error;
  /** What feeds were made of. */
  readonly remembered: RememberedChanges;
}
