import { type Side, sideOf } from './position.ts';
import { isHeld } from './stance-matrix.ts';

/** What several parties make of one proposition, from those who hold a position; a lean counts as its side. */
export const verdicts = {
  AGREE: 'At least two hold a position, and all of them are on one side.',
  DIVIDED: 'Both sides are taken.',
  NEUTRAL: 'At least two hold a position, and all of them are neutral.',
  MIXED: 'One side and neutral positions, or anything else.',
  UNKNOWN: 'Fewer than two hold a position.',
} as const;

export type Verdict = keyof typeof verdicts;

/** The verdict over the cells of one proposition, and the side when they agree (else null). */
export function verdictOf(cells: Iterable<number>): { readonly verdict: Verdict; readonly side: Side | null } {
  const counts = { SUPPORT: 0, OPPOSE: 0, neutral: 0 };
  for (const cell of cells) if (isHeld(cell)) counts[sideOf(cell) ?? 'neutral']++;
  const held = counts.SUPPORT + counts.OPPOSE + counts.neutral;
  if (held < 2) return { verdict: 'UNKNOWN', side: null };
  if (counts.SUPPORT === held) return { verdict: 'AGREE', side: 'SUPPORT' };
  if (counts.OPPOSE === held) return { verdict: 'AGREE', side: 'OPPOSE' };
  if (counts.neutral === held) return { verdict: 'NEUTRAL', side: null };
  return { verdict: counts.SUPPORT > 0 && counts.OPPOSE > 0 ? 'DIVIDED' : 'MIXED', side: null };
}

/** Largest difference between two held positions, 0 to 2; null when fewer than two hold one. */
export function spreadOf(cells: Iterable<number>): number | null {
  const held = [...cells].filter(isHeld);
  return held.length < 2 ? null : (Math.max(...held) - Math.min(...held)) / 2;
}
