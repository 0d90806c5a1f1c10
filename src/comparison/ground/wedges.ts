import { notOn, type Wedge, type WedgeRule, wedgesOf } from '#agreement/ground/wedges.ts';
import type { Side } from '#agreement/position.ts';
import { columnOf, isHeld, rowOf } from '#agreement/stance-matrix.ts';
import { type Proposition, rowAt } from '#snapshot/catalogue.ts';
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
 * What parts the first `leftCount` parties of a comparison from the others, under its policy. With `onlySpeaking`, those of the others that hold no
 * position in scope do not belong to the right set.
 */
export function wedgesBetween(
  comparison: Comparison,
  leftCount: number,
  onlySpeaking: boolean,
  rule: WedgeRule,
): Wedges {
  const { matrix, parties } = comparison;
  const rowNumbers = [...parties.keys()];
  const left = rowNumbers.slice(0, leftCount);
  const right = rowNumbers.slice(leftCount).filter((row) => !onlySpeaking || rowOf(matrix, row).some(isHeld));
  return { comparison, rule, left, right, rows: wedgesOfSets(comparison, left, right, rule) };
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
