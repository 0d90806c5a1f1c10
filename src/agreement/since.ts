import { inForceOn, type Keep, NONE, neighbour, type PartySelection, turningDays } from './in-force.ts';
import { verdictOf } from './position.ts';
import type { Point, StanceColumns } from './stance-columns.ts';
import { isHeld, SPLIT, UNKNOWN } from './stance-matrix.ts';

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
/** Positions on one proposition that rows have without a stance of their own: those of blocs, derived from their members. */
export interface DerivedPositions {
  /** Days, in any order, on which one of them may change; up to the point's day. */
  readonly turningDays: readonly number[];
  /** The cell of a row on a day; UNKNOWN where nothing is derived. */
  cellOn(row: number, day: number): number;
  /** Whether the position that a row has from a day on, and had not before, follows from stances with which the record of its members begins. */
  beginsRecord(row: number, day: number): boolean;
}

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
  derived: DerivedPositions | null = null,
  stateOf: StateOf = byVerdict,
): Since | null {
  const heldOn = (day: number) => inForceOn(columns, proposition, parties, { ...point, day }, keep);
  const cellOn = (stanceRow: number, row: number, day: number) =>
    stanceRow !== NONE ? (columns.position[stanceRow] as number) : (derived?.cellOn(row, day) ?? UNKNOWN);
  const stateOn = (day: number) => stateOf(Array.from(heldOn(day), (stanceRow, row) => cellOn(stanceRow, row, day)));
  const present = stateOn(point.day);
  if (present === null) return null;
  let first: number | null = null;
  for (const day of daysOf(turningDays(columns, proposition, parties, point), derived).reverse()) {
    if (stateOn(day) !== present) break;
    first = day;
  }
  if (first === null) return null;
  const day = first;
  const before = heldOn(day - 1);
  const isFirstKnown = heldOn(day).every((stanceRow, row) => {
    const now = cellOn(stanceRow, row, day);
    const earlier = cellOn(before[row] as number, row, day - 1);
    if (isHeld(earlier)) return isHeld(now) && Math.sign(now) === Math.sign(earlier);
    if (!isHeld(now)) return true;
    if (earlier === SPLIT) return false;
    if (stanceRow === NONE) return derived?.beginsRecord(row, day) ?? true;
    return neighbour(columns, stanceRow, point.revision, -1) === NONE;
  });
  return { day, isFirstKnown };
}

/** Days of own stances and of others', ascending and each once. */
function daysOf(own: number[], derived: DerivedPositions | null): number[] {
  if (derived === null) return own;
  return [...new Set([...own, ...derived.turningDays])].sort((a, b) => a - b);
}
