import type { Side } from '../position.ts';
import { isHeld, type StanceMatrix } from '../stance-matrix.ts';
import type { ShareOf } from './common-ground.ts';
import { holdersOf, type Standing, standingAt, tallyOf } from './tally.ts';

/** What is looked at when two sets of parties are told apart. */
export interface WedgeRule {
  readonly shareOf: ShareOf;
  /** How many of each set must hold a position; at least 1. */
  readonly minimumHolders: number;
}

/** A proposition that parts two sets of parties. */
export interface Wedge {
  readonly column: number;
  readonly left: Standing;
  readonly right: Standing;
  readonly leftSide: Side;
  readonly rightSide: Side;
  /** The smaller of the share of the left set that is on `leftSide` and the share of the right set that is on `rightSide`: above 0, at most 1. */
  readonly value: number;
}

/**
 * The propositions that part two sets of rows, in the order of the columns. Each set is taken to be on one side, left and right on opposite ones; of the
 * two ways to do so the one with the greater value counts, then that with the greater sum of the shares. Where both are equal, nothing tells the sets
 * apart, and the proposition is no wedge.
 */
export function wedgesOf(
  matrix: StanceMatrix,
  left: readonly number[],
  right: readonly number[],
  { shareOf, minimumHolders }: WedgeRule,
): Wedge[] {
  const [lefts, rights] = [tallyOf(matrix, left), tallyOf(matrix, right)];
  const wedges: Wedge[] = [];
  for (let column = 0; column < matrix.columns; column++) {
    const [ofLeft, ofRight] = [standingAt(lefts, column), standingAt(rights, column)];
    const [leftHolders, rightHolders] = [holdersOf(ofLeft), holdersOf(ofRight)];
    if (leftHolders < minimumHolders || rightHolders < minimumHolders) continue;
    const leftSize = shareOf === 'ALL' ? left.length : leftHolders;
    const rightSize = shareOf === 'ALL' ? right.length : rightHolders;
    const way = (onLeft: number, onRight: number) => {
      const [first, second] = [onLeft / leftSize, onRight / rightSize];
      return { value: Math.min(first, second), sum: first + second };
    };
    const supports = way(ofLeft.support, ofRight.oppose);
    const opposes = way(ofLeft.oppose, ofRight.support);
    const preferred = supports.value - opposes.value || supports.sum - opposes.sum;
    const value = Math.max(supports.value, opposes.value);
    if (preferred === 0 || value === 0) continue;
    const leftSide = preferred > 0 ? 'SUPPORT' : 'OPPOSE';
    wedges.push({
      column,
      left: ofLeft,
      right: ofRight,
      leftSide,
      rightSide: leftSide === 'SUPPORT' ? 'OPPOSE' : 'SUPPORT',
      value,
    });
  }
  return wedges;
}

/** The rows, of those given, that hold a position but are not on the side: who would have to change for all of them to agree on it. */
export function notOn(side: Side, cells: ArrayLike<number>, rows: readonly number[]): number[] {
  const sign = side === 'SUPPORT' ? 1 : -1;
  return rows.filter((row) => {
    const cell = cells[row] as number;
    return isHeld(cell) && Math.sign(cell) !== sign;
  });
}
