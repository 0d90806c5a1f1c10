import type { Snapshot } from '#snapshot/snapshot.ts';

/** What alone determines an answer, beside the question. */
export interface ComputedFrom {
  readonly snapshot: Snapshot;
  /** The UTC day of the request. */
  readonly day: number;
  /** Whether the answer would be another on another day. */
  readonly dependsOnDay: boolean;
}
