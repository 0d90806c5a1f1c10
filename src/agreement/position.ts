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
