import { inForceOn, type Keep, NONE, neighbour, type PartySelection, turningDays } from './in-force.ts';
import type { Point, StanceColumns } from './stance-columns.ts';
import { UNKNOWN } from './stance-matrix.ts';
import { verdictOf } from './verdict.ts';

/** Since when a verdict has held. */
export interface Since {
  /** The first day of the unbroken verdict, on the side it is on now. */
  readonly day: number;
  /**
   * Whether the verdict begins where the record begins: the parties that brought it about had no earlier stance on the proposition, so that it may be
   * older. False when a change or an interruption was seen.
   */
  readonly isFirstKnown: boolean;
}

/** What of the cells of a proposition is dated; null when there is nothing to date. */
export type StateOf = (cells: readonly number[]) => string | null;

const byVerdict: StateOf = (cells) => {
  const { verdict, side } = verdictOf(cells);
  return verdict === 'UNKNOWN' ? null : `${verdict} ${side}`;
};

/**
 * Since when the parties have had their present verdict on a proposition, or what else `stateOf` makes of their cells. Restating a position does not
 * reset it; a change of side does. Null when the verdict is UNKNOWN.
 */
export function since(
  columns: StanceColumns,
  proposition: number,
  parties: PartySelection,
  point: Point,
  keep: Keep,
  stateOf: StateOf = byVerdict,
): Since | null {
  const heldOn = (day: number) => inForceOn(columns, proposition, parties, { ...point, day }, keep);
  const positionAt = (row: number) => (row === NONE ? UNKNOWN : (columns.position[row] as number));
  const stateOn = (day: number) => stateOf(Array.from(heldOn(day), positionAt));
  const present = stateOn(point.day);
  if (present === null) return null;
  let first: number | null = null;
  for (const day of turningDays(columns, proposition, parties, point).reverse()) {
    if (stateOn(day) !== present) break;
    first = day;
  }
  if (first === null) return null;
  const before = heldOn(first - 1);
  const isFirstKnown = heldOn(first).every((row, party) => {
    const earlier = before[party] as number;
    if (earlier !== NONE) return Math.sign(positionAt(row)) === Math.sign(positionAt(earlier)) && row !== NONE;
    return row === NONE || neighbour(columns, row, point.revision, -1) === NONE;
  });
  return { day: first, isFirstKnown };
}
