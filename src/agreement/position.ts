import { isHeld } from './stance-matrix.ts';

/** The five positions and their values: how far a party supports a proposition, from -1 (opposes) to 1 (supports). */
export const positionValue = { SUPPORT: 1, LEAN_SUPPORT: 0.5, NEUTRAL: 0, LEAN_OPPOSE: -0.5, OPPOSE: -1 } as const;

export type Position = keyof typeof positionValue;

export type Side = 'SUPPORT' | 'OPPOSE';

/** A position in half steps, -2 (OPPOSE) to 2 (SUPPORT): what columns and matrices hold. */
export type HalfSteps = -2 | -1 | 0 | 1 | 2;

const byHalfSteps: readonly Position[] = ['OPPOSE', 'LEAN_OPPOSE', 'NEUTRAL', 'LEAN_SUPPORT', 'SUPPORT'];

/** The number of positions on the scale. */
export const levels = byHalfSteps.length;

/** A position in half steps. */
export function toHalfSteps(position: Position): HalfSteps {
  return (positionValue[position] * 2) as HalfSteps; // the values are multiples of a half in [-1, 1]
}

/** The position of a number of half steps; throws a RangeError for anything that is not a whole number from -2 to 2. */
export function fromHalfSteps(halfSteps: number): Position {
  const position = byHalfSteps[halfSteps + 2];
  if (position === undefined) throw new RangeError(`${halfSteps} half steps are no position`);
  return position;
}

/** The side of a position: its sign. Null for NEUTRAL. A lean counts as its side. */
export function sideOf(halfSteps: number): Side | null {
  if (halfSteps === 0) return null;
  return halfSteps > 0 ? 'SUPPORT' : 'OPPOSE';
}

/** Verdicts over the parties that hold a position on a proposition; a lean counts as its side. */
export const verdicts = {
  AGREE: 'At least two parties hold a position, and all of those are on the same side.',
  DIVIDED: 'At least one party supports and at least one opposes it.',
  NEUTRAL: 'At least two parties hold a position, and all of those are neutral.',
  MIXED: 'Some parties are on one side and the others neutral.',
  UNKNOWN: 'Fewer than two parties hold a position.',
} as const;

export type Verdict = keyof typeof verdicts;

/** The verdict over the cells of one proposition, and the side when they agree (else null). */
export function verdictOf(cells: ArrayLike<number>): { readonly verdict: Verdict; readonly side: Side | null } {
  let support = 0;
  let oppose = 0;
  let held = 0;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] as number;
    if (!isHeld(cell)) continue;
    held++;
    const side = sideOf(cell);
    if (side === 'SUPPORT') support++;
    else if (side === 'OPPOSE') oppose++;
  }
  if (held < 2) return { verdict: 'UNKNOWN', side: null };
  if (support === held) return { verdict: 'AGREE', side: 'SUPPORT' };
  if (oppose === held) return { verdict: 'AGREE', side: 'OPPOSE' };
  if (support + oppose === 0) return { verdict: 'NEUTRAL', side: null };
  return { verdict: support > 0 && oppose > 0 ? 'DIVIDED' : 'MIXED', side: null };
}

/** Largest difference between two held positions, 0 to 2; null when fewer than two are held. */
export function spreadOf(cells: ArrayLike<number>): number | null {
  let held = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] as number;
    if (!isHeld(cell)) continue;
    held++;
    if (cell < least) least = cell;
    if (cell > most) most = cell;
  }
  return held < 2 ? null : (most - least) / 2;
}
