import {
  commonGroundOf,
  type Ground,
  type GroundRule,
  type Grounds,
  groundOf,
} from '#agreement/ground/common-ground.ts';
import { holdersOf, standingAt, tallyOf } from '#agreement/ground/tally.ts';
import { notOn } from '#agreement/ground/wedges.ts';
import { neutralCell } from '#agreement/policy.ts';
import type { Side } from '#agreement/position.ts';
import { type Since, type StateOf, since } from '#agreement/since.ts';
import { columnOf } from '#agreement/stance-matrix.ts';
import { type Party, type Proposition, rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Comparison } from '../comparison.ts';
import { derivedPositions } from '../derived-positions.ts';
import { greatestFirst, issueOrder } from '../proposition-order.ts';
import { weighs } from '../weights.ts';

/** Where a group of parties stands together. */
export interface CommonGround {
  /** Of all the parties of the group. */
  readonly comparison: Comparison;
  readonly rule: GroundRule;
  /** Null when no groups were named. */
  readonly groups: readonly (readonly Party[])[] | null;
  /** The propositions on which enough of them hold a position, in the order of the comparison's columns. */
  readonly grounds: Grounds;
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
  const { policied, parties } = comparison;
  const rowsOf = new Map(parties.map(({ ordinal }, row) => [ordinal, row]));
  const groupRows = groups?.map((group) => group.map(({ ordinal }) => rowsOf.get(ordinal) as number)) ?? null;
  return { comparison, rule, groups, grounds: commonGroundOf(policied, rule, groupRows) };
}

const rowsMade = oncePer((_ground: CommonGround) => new Map<number, GroundRow>());

/** The proposition at an index of the grounds. */
export const groundPropositionAt = ({ comparison, grounds }: CommonGround, index: number): Proposition =>
  rowAt(comparison.snapshot.propositions, comparison.propositions[grounds.columns[index] as number] as number);

/** The row at an index of the grounds. */
export function groundRowAt(ground: CommonGround, index: number): GroundRow {
  const { comparison, rule, grounds } = ground;
  const made = rowsMade(ground);
  const row = made.get(index) ?? {
    ...grounds.at(index),
    comparison,
    rule,
    proposition: groundPropositionAt(ground, index),
  };
  made.set(index, row);
  return row;
}

/** How many propositions have a side with the quorum. */
export const passingIn = ({ grounds: { passes } }: CommonGround): number =>
  passes.reduce((sum, isPassing) => sum + isPassing, 0);

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
    const standing = standingAt(tallyOf({ rows: cells.length, columns: 1, cells }), 0);
    if (holdersOf(standing) < rule.minimumHolders) return null;
    const { side, passes } = groundOf(standing, cells.length, rule);
    return passes ? side : null;
  };
}

const byIssue = ({ comparison, grounds }: CommonGround): Int32Array =>
  issueOrder(
    grounds.columns.map((column) => comparison.propositions[column] as number),
    comparison.snapshot,
    comparison.scope.asKnownAt,
  );

/** By a value of each row, made anew. */
const descending =
  (by: (row: GroundRow) => number) =>
  (ground: CommonGround): Int32Array => {
    const order = byIssue(ground);
    const values = new Float64Array(ground.grounds.length);
    for (const index of order) values[index] = by(groundRowAt(ground, index));
    return greatestFirst(order, values);
  };

/** The day of a roll call, and of a claim since when it has been common ground. */
const dayOf = (row: GroundRow): number =>
  row.proposition.rollCall?.tabledOn ?? groundSince(row)?.day ?? Number.NEGATIVE_INFINITY;

const orders = {
  SHARE_DESC: (ground) => greatestFirst(byIssue(ground), ground.grounds.shares),
  GROUP_CONSENSUS_DESC: descending(({ groups }) => (groups === null ? 0 : Math.max(groups.support, groups.oppose))),
  DATE_DESC: descending(dayOf),
  ISSUE: byIssue,
} as const satisfies Record<string, (ground: CommonGround) => Int32Array>;

export type GroundOrder = keyof typeof orders;

/**
 * Indexes of the rows, those alone that pass or do not if `passes` says so, in an order; those that are equal in it in the order of issue and key.
 */
export function groundOrder(ground: CommonGround, order: GroundOrder, passes: boolean | null = null): Int32Array {
  const ordered = orders[order](ground);
  if (passes === null) return ordered;
  return ordered.filter((index) => ground.grounds.passes[index] === Number(passes));
}
