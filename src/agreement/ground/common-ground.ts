import type { Side } from '../position.ts';
import type { StanceMatrix } from '../stance-matrix.ts';
import { type GroupConsensus, groupConsensusOf } from './group-consensus.ts';
import { holdersOf, type Standing, tallyOf } from './tally.ts';

/** Of what a share is: of all parties, so that silence counts against it, or of those that hold a position that counts. */
export type ShareOf = 'ALL' | 'HOLDERS';

/** What it takes to be common ground. */
export interface GroundRule {
  /** The share of the parties that must be on the same side, 0 to 1. */
  readonly quorum: number;
  readonly shareOf: ShareOf;
  /** Propositions on which fewer parties hold a position are left aside; at least 1. */
  readonly minimumHolders: number;
}

/** How far one proposition is common ground. */
export interface Ground {
  readonly column: number;
  readonly standing: Standing;
  /** The side that more parties are on; null when as many are on the one as on the other. */
  readonly side: Side | null;
  /** Of all parties and of those that hold a position: how many are on that side; with a tie, on either of them. 0 to 1. */
  readonly shareOfAll: number;
  readonly shareOfHolders: number;
  /** Whether one side has the quorum. */
  readonly passes: boolean;
  /** Null when no groups were named. */
  readonly groups: GroupConsensus | null;
}

/** Counts are whole, so a share that differs by less than this is the same: 2/3 of 3 parties is a quorum of 0.6666666667. */
const rounding = 1e-9;

/** How one proposition stands under a rule. */
export function groundOf(standing: Standing, parties: number, { quorum, shareOf }: Omit<GroundRule, 'minimumHolders'>) {
  const { support, oppose } = standing;
  const holders = holdersOf(standing);
  const most = Math.max(support, oppose);
  const side: Side | null = support === oppose ? null : support > oppose ? 'SUPPORT' : 'OPPOSE';
  const shareOfAll = parties === 0 ? 0 : most / parties;
  const shareOfHolders = holders === 0 ? 0 : most / holders;
  const share = shareOf === 'ALL' ? shareOfAll : shareOfHolders;
  return { side, shareOfAll, shareOfHolders, passes: side !== null && share >= quorum - rounding };
}

/**
 * The propositions of a matrix on which at least `minimumHolders` of its parties hold a position, in the order of the columns, with how far each is
 * common ground. `groups` are rows: with them, the consensus that all the groups share.
 */
export function commonGroundOf(
  matrix: StanceMatrix,
  rule: GroundRule,
  groups: readonly (readonly number[])[] | null = null,
): Ground[] {
  const tally = tallyOf(matrix);
  const ofGroups = groups?.map((rows) => tallyOf(matrix, rows)) ?? null;
  const found: Ground[] = [];
  for (let column = 0; column < matrix.columns; column++) {
    const standing = tally.at(column);
    if (holdersOf(standing) < rule.minimumHolders) continue;
    found.push({
      column,
      standing,
      ...groundOf(standing, tally.parties, rule),
      groups: ofGroups && groupConsensusOf(ofGroups.map((group) => group.at(column))),
    });
  }
  return found;
}
