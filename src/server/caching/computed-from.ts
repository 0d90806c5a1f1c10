import type { Snapshot } from '#snapshot/snapshot.ts';

/** Everything that determines a response, beside the query. */
export interface ComputedFrom {
  readonly snapshot: Snapshot;
  /** The UTC day of the request. */
  readonly day: number;
  /** Whether the response depends on the day. */
  readonly dependsOnDay: boolean;
}
