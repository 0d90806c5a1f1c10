import type { Context } from '#graphql/context.ts';
import type { ComputedFrom } from './caching/computed-from.ts';

/**
 * The context of one request, which takes note of whether its answer depends on the day: a resolver looks at `today` then. One class for all requests, so
 * that the engine knows the shape of each; a property defined for each request would cost more than a small answer.
 */
export class RequestContext implements Context, ComputedFrom {
  readonly day: number;
  dependsOnDay = false;
  readonly database: Context['database'];
  readonly caller: Context['caller'];
  readonly snapshots: Context['snapshots'];
  snapshot: Context['snapshot'];
  loaders: Context['loaders'];
  readonly pageSizes: Context['pageSizes'];
  readonly engine: Context['engine'];
  readonly destinations: Context['destinations'];

  constructor(given: Context) {
    this.day = given.today;
    this.database = given.database;
    this.caller = given.caller;
    this.snapshots = given.snapshots;
    this.snapshot = given.snapshot;
    this.loaders = given.loaders;
    this.pageSizes = given.pageSizes;
    this.engine = given.engine;
    this.destinations = given.destinations;
  }

  get today(): number {
    this.dependsOnDay = true;
    return this.day;
  }
}
