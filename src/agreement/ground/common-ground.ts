import type { Side } from '../position.ts';
import type { StanceMatrix } from '../stance-matrix.ts';
import { type GroupConsensus, groupConsensusOf } from './group-consensus.ts';
import { holdersOf, type Standing, standingAt, tallyOf } from './tally.ts';

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

const partOf = (most: number, of: number): number => (of === 0 ? 0 : most / of);

const hasQuorum = (share: number, { quorum }: Pick<GroundRule, 'quorum'>): boolean => share >= quorum - rounding;

/** How one proposition stands under a rule. */
export function groundOf(standing: Standing, parties: number, rule: Omit<GroundRule, 'minimumHolders'>) {
  const { support, oppose } = standing;
  const most = Math.max(support, oppose);
  const side: Side | null = support === oppose ? null : support > oppose ? 'SUPPORT' : 'OPPOSE';
  const [shareOfAll, shareOfHolders] = [partOf(most, parties), partOf(most, holdersOf(standing))];
  const share = rule.shareOf === 'ALL' ? shareOfAll : shareOfHolders;
  return { side, shareOfAll, shareOfHolders, passes: side !== null && hasQuorum(share, rule) };
}

/** How far propositions are common ground, in the order of the columns. There may be thousands, of which a page is looked at: what is said of one is made when it is asked for. */
export interface Grounds {
  readonly length: number;
  /** By index: the column of the matrix. */
  readonly columns: Int32Array;
  /** By index: the share that the rule looks at, 0 to 1. */
  readonly shares: Float64Array;
  /** By index: 1 where one side has the quorum. */
  readonly passes: Uint8Array;
  at(index: number): Ground;
}

/**
 * The propositions of a matrix on which at least `minimumHolders` of its parties hold a position, in the order of the columns, with how far each is
 * common ground. `groups` are rows: with them, the consensus that all the groups share.
 */
export function commonGroundOf(
  matrix: StanceMatrix,
  rule: GroundRule,
  groups: readonly (readonly number[])[] | null = null,
): Grounds {
  const tally = tallyOf(matrix);
  const ofGroups = groups?.map((rows) => tallyOf(matrix, rows)) ?? null;
  const columns = new Int32Array(matrix.columns);
  const shares = new Float64Array(matrix.columns);
  const passes = new Uint8Array(matrix.columns);
  let length = 0;
  for (let column = 0; column < matrix.columns; column++) {
    const support = tally.support[column] as number;
    const oppose = tally.oppose[column] as number;
    const holders = support + oppose + (tally.neutral[column] as number);
    if (holders < rule.minimumHolders) continue;
    const share = partOf(Math.max(support, oppose), rule.shareOf === 'ALL' ? tally.parties : holders);
    columns[length] = column;
    shares[length] = share;
    passes[length] = Number(support !== oppose && hasQuorum(share, rule));
    length++;
  }
  return {
    length,
    columns: columns.subarray(0, length),
    shares: shares.subarray(0, length),
    passes: passes.subarray(0, length),
    at(index) {
      const column = columns[index] as number;
      const standing = standingAt(tally, column);
      return {
        column,
        standing,
        ...groundOf(standing, tally.parties, rule),
        groups: ofGroups && groupConsensusOf(ofGroups.map((group) => standingAt(group, column))),
      };
    },
  };
}
