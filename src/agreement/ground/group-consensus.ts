import { holdersOf, type Standing } from './tally.ts';

/** How far several groups share a side: 0 to 1. */
export interface GroupConsensus {
  readonly support: number;
  readonly oppose: number;
  /** In the order of the groups. */
  readonly standings: readonly Standing[];
}

/**
 * The group-informed consensus of Polis: the product over the groups of the smoothed share of those who are for it, (for + 1)/(n + 2), n = those who hold
 * a position, neutral ones included; and the same for those against.
 *
 * Meaning: how likely it is that somebody of every group is on the side. One group against it makes the product small, however large the others are. A
 * group that says nothing counts as one half. Trap: the product falls with the number of groups, so it compares propositions under the same groups alone.
 *
 * Source: Small, Bjorkegren, Erkkilä, Shaw & Megill 2021, "Polis: Scaling deliberation by mapping high dimensional opinion spaces".
 */
export function groupConsensusOf(standings: readonly Standing[]): GroupConsensus {
  let support = 1;
  let oppose = 1;
  for (const standing of standings) {
    const smoothed = holdersOf(standing) + 2;
    support *= (standing.support + 1) / smoothed;
    oppose *= (standing.oppose + 1) / smoothed;
  }
  return { support, oppose, standings };
}
