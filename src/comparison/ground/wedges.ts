import { notOn, type Wedge, type WedgeRule, wedgesOf } from '#agreement/ground/wedges.ts';
import { NONE } from '#agreement/in-force.ts';
import type { Side } from '#agreement/position.ts';
import { columnOf, isHeld, rowOf } from '#agreement/stance-matrix.ts';
import { type Proposition, rowAt } from '#snapshot/catalogue.ts';
import { blocMembersOf, canHaveMembers } from '../bloc-members.ts';
import { memberDay } from '../bloc-tallies.ts';
import type { Comparison } from '../comparison.ts';
import { byIssue } from '../comparison-rows.ts';
import { highestFirst } from '../proposition-order.ts';

/** What parts two sets of parties. The sets are rows of the comparison, which is of both. */
export interface Wedges {
  readonly comparison: Comparison;
  readonly rule: WedgeRule;
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** The strongest first; equal ones by issue and key. */
  readonly rows: readonly WedgeRow[];
}

export interface WedgeRow extends Wedge {
  readonly comparison: Comparison;
  readonly sets: { readonly left: readonly number[]; readonly right: readonly number[] };
  readonly proposition: Proposition;
}

/**
 * What parts the first `leftCount` parties of a comparison from the others, under its policy. With `fromEverybodyElse`, these do not belong to the right
 * set: those that hold no position in scope, and members of a bloc of the left set.
 */
export function wedgesBetween(
  comparison: Comparison,
  leftCount: number,
  fromEverybodyElse: boolean,
  rule: WedgeRule,
): Wedges {
  const { parties } = comparison;
  const left = [...parties.keys()].slice(0, leftCount);
  const others = [...parties.keys()].slice(leftCount);
  const right = fromEverybodyElse ? everybodyElse(comparison, left, others) : others;
  return { comparison, rule, left, right, rows: wedgesOfSets(comparison, left, right, rule) };
}

/** Of the others those that hold a position in scope and belong to no bloc of the left set on any day whose members count. */
function everybodyElse(comparison: Comparison, left: readonly number[], others: readonly number[]): number[] {
  const { matrix, parties, snapshot, propositions, scope } = comparison;
  const days = [...new Set(propositions.map((proposition) => memberDay(snapshot, proposition, scope.asOf)))];
  const members = left.flatMap((row) => {
    const bloc = parties[row];
    if (bloc === undefined || !canHaveMembers(bloc)) return [];
    const { confirmed } = blocMembersOf(snapshot, bloc, scope.asKnownAt);
    return confirmed.filter(({ from, until }) => days.some((day) => from <= day && day < until));
  });
  const within = new Set(members.map(({ member }) => member));
  return others.filter((row) => rowOf(matrix, row).some(isHeld) && !within.has(parties[row]?.ordinal ?? NONE));
}

/** What parts two sets of rows of a comparison, under its policy: the strongest first; equal ones by issue and key. */
export function wedgesOfSets(
  comparison: Comparison,
  left: readonly number[],
  right: readonly number[],
  rule: WedgeRule,
): WedgeRow[] {
  const { policied, snapshot, propositions } = comparison;
  const found = wedgesOf(policied, left, right, rule).map((wedge) => ({
    ...wedge,
    comparison,
    sets: { left, right },
    proposition: rowAt(snapshot.propositions, propositions[wedge.column] as number),
  }));
  return highestFirst(byIssue(found), ({ value }) => value);
}

/** Rows of one set: who holds a position that counts and is not on the side of the set, those on the other side first. */
export function defectorsOf({ comparison: { policied }, column, ...wedge }: WedgeRow, set: 'left' | 'right'): number[] {
  const cells = columnOf(policied, column);
  const isNeutral = (row: number) => Number(cells[row] === 0);
  return notOn(wedge[`${set}Side`], cells, wedge.sets[set]).sort((a, b) => isNeutral(a) - isNeutral(b));
}

/** A way for the two sets to agree: these rows would have to be on the side. */
export interface WayToAgree {
  readonly side: Side;
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Both ways, that with fewer changes first. */
export function waysToAgree({ comparison: { policied }, column, sets }: WedgeRow): WayToAgree[] {
  const cells = columnOf(policied, column);
  const ways = (['SUPPORT', 'OPPOSE'] as const).map((side) => ({
    side,
    left: notOn(side, cells, sets.left),
    right: notOn(side, cells, sets.right),
  }));
  const changes = ({ left, right }: WayToAgree) => left.length + right.length;
  return ways.sort((a, b) => changes(a) - changes(b));
}
