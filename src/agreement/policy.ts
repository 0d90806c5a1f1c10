import type { Measure } from './measures/measure.ts';

/** What becomes of neutral positions. COUNT_AS_OPPOSE is for roll calls alone: an abstention withheld the vote. */
export type NeutralPolicy = 'KEEP' | 'EXCLUDE' | 'COUNT_AS_OPPOSE';

/** Whether roll calls on which every country with a recorded position voted alike count. Claims are never left out by it. */
export type UnanimousPolicy = 'INCLUDE' | 'EXCLUDE';

/** How a number is made from the stances in scope. Applied in this order: unanimous roll calls, neutrals, measure, minimum. */
export interface Policy {
  readonly measure: Measure;
  readonly neutral: NeutralPolicy;
  readonly unanimousRollCalls: UnanimousPolicy;
  /** A pair that shares fewer propositions has no value; at least 1. */
  readonly minimumShared: number;
}

/** What a request gets that names no policy. */
export const defaultPolicy: Policy = {
  measure: 'AGREEMENT',
  neutral: 'KEEP',
  unanimousRollCalls: 'INCLUDE',
  minimumShared: 1,
};
