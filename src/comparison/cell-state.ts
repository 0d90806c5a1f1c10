import { fromHalfSteps, type Position } from '#agreement/position.ts';
import { ABSENT, isHeld, MEAN_ONLY, SPLIT } from '#agreement/stance-matrix.ts';

/** What is known about the position of a party on a proposition. */
export type CellState = 'HELD' | 'DERIVED' | 'SPLIT' | 'ABSENT' | 'UNKNOWN';

/** The state of a cell of a comparison: HELD with a stance of the party's own, else what the cell says. */
export function cellState(cell: number, hasStance: boolean): CellState {
  if (hasStance) return 'HELD';
  if (cell === ABSENT) return 'ABSENT';
  if (cell === SPLIT) return 'SPLIT';
  return isHeld(cell) || cell === MEAN_ONLY ? 'DERIVED' : 'UNKNOWN';
}

/** The position of a cell; null where it has none, as by the rule MEAN. */
export const cellPosition = (cell: number): Position | null => (isHeld(cell) ? fromHalfSteps(cell) : null);
