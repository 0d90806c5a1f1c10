import { commonGroundOf, type Ground, type GroundRule, groundOf } from '#agreement/ground/common-ground.ts';
import { holdersOf, tallyOf } from '#agreement/ground/tally.ts';
import { notOn } from '#agreement/ground/wedges.ts';
import { neutralCell } from '#agreement/policy.ts';
import type { Side } from '#agreement/position.ts';
import { type Since, type StateOf, since } from '#agreement/since.ts';
import { columnOf } from '#agreement/stance-matrix.ts';
import { type Party, type Proposition, rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { type Comparison, weighs } from '../comparison.ts';
import { byIssue } from '../comparison-rows.ts';
import { derivedPositions } from '../derived-positions.ts';
import { highestFirst } from '../proposition-order.ts';

/** Where a group of parties stands together. */
export interface CommonGround {
  /** Of all the parties of the group. */
  readonly comparison: Comparison;
  readonly rule: GroundRule;
  /** Null when no groups were named. */
  readonly groups: readonly (readonly Party[])[] | null;
  /** The propositions on which enough of them hold a position, in the order of the comparison's columns. */
  readonly rows: readonly GroundRow[];
}

export interface GroundRow extends Ground {
  readonly comparison: Comparison;
  readonly rule: GroundRule;
  readonly proposition: Proposition;
}

/** The common ground of the parties of a comparison, under its policy. Every party of a group is one of the comparison's. */
export function commonGround(
  comparison: Comparison,
  rule: GroundRule,
  groups: readonly (readonly Party[])[] | null = null,
): CommonGround {
  const { policied, snapshot, propositions, parties } = comparison;
  const rowsOf = new Map(parties.map(({ ordinal }, row) => [ordinal, row]));
  const groupRows = groups?.map((group) => group.map(({ ordinal }) => rowsOf.get(ordinal) as number)) ?? null;
  const rows = commonGroundOf(policied, rule, groupRows).map((ground) => ({
    ...ground,
    comparison,
    rule,
    proposition: rowAt(snapshot.propositions, propositions[ground.column] as number),
  }));
  return { comparison, rule, groups, rows };
}

/** Rows of the comparison: who holds a position that counts and is not on the side of the ground, those on the other side first. Nobody without a side. */
export function standingApart({ comparison: { policied }, column, side }: GroundRow): number[] {
  if (side === null) return [];
  const cells = columnOf(policied, column);
  const isNeutral = (row: number) => Number(cells[row] === 0);
  return notOn(side, cells, [...cells.keys()]).sort((a, b) => isNeutral(a) - isNeutral(b));
}

/** Since when the quorum has been on this side without interruption; null when it is not. */
export const groundSince = oncePer((row: GroundRow): Since | null => {
  if (!row.passes) return null;
  const { comparison, proposition } = row;
  const { snapshot, scope, selection } = comparison;
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  const counts = weighs(snapshot, comparison.policy);
  const keep = (stanceRow: number) => selection.keep(stanceRow) && counts(stanceRow);
  const derived = derivedPositions(comparison, proposition);
  return since(snapshot.stances, proposition.ordinal, selection.parties, point, keep, derived, sideWithQuorum(row));
});

/** The side that has the quorum, as the policy sees the cells. */
function sideWithQuorum({ comparison: { policy }, proposition, rule }: GroundRow): StateOf {
  const neutral = neutralCell(policy.neutral, proposition.kind === 'ROLL_CALL');
  return (held): Side | null => {
    const cells = Int8Array.from(held, (cell) => (cell === 0 ? neutral : cell));
    const standing = tallyOf({ rows: cells.length, columns: 1, cells }).at(0);
    if (holdersOf(standing) < rule.minimumHolders) return null;
    const { side, passes } = groundOf(standing, cells.length, rule);
    return passes ? side : null;
  };
}

type Ordered = (rows: readonly GroundRow[]) => GroundRow[];

const descending =
  (by: (row: GroundRow) => number): Ordered =>
  (rows) =>
    highestFirst(byIssue(rows), by);

/** The day of a roll call, and of a claim since when it has been common ground. */
const dayOf = (row: GroundRow): number =>
  row.proposition.rollCall?.tabledOn ?? groundSince(row)?.day ?? Number.NEGATIVE_INFINITY;

/** Rows that are equal in these stay in the order of issue and key. */
export const groundOrders = {
  SHARE_DESC: descending(({ rule, shareOfAll, shareOfHolders }) =>
    rule.shareOf === 'ALL' ? shareOfAll : shareOfHolders,
  ),
  GROUP_CONSENSUS_DESC: descending(({ groups }) => (groups === null ? 0 : Math.max(groups.support, groups.oppose))),
  DATE_DESC: descending(dayOf),
  ISSUE: byIssue<GroundRow>,
} as const satisfies Record<string, Ordered>;
