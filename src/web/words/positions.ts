import type { CellState, Position } from '../generated/graphql.ts';
import { texts } from '../texts/texts.ts';

/** The positions from one end of the scale to the other. */
export const positions: readonly Position[] = ['SUPPORT', 'LEAN_SUPPORT', 'NEUTRAL', 'LEAN_OPPOSE', 'OPPOSE'];

/** Text of a cell: a position, or why there is none. */
export type Standing = Position | Exclude<CellState, 'HELD' | 'DERIVED'>;

/** Symbols, so that colour is not the only distinction. */
const signs: Readonly<Record<Standing, string>> = {
  SUPPORT: '+',
  LEAN_SUPPORT: '↗',
  NEUTRAL: '○',
  LEAN_OPPOSE: '↘',
  OPPOSE: '−',
  SPLIT: '⇄',
  ABSENT: '·',
  UNKNOWN: '?',
};

/** The verb, as in "China supports", its meaning for a legend, and its symbol. */
export const standingWords = Object.fromEntries(
  Object.entries(texts.positions).map(([standing, words]) => [
    standing,
    { ...words, sign: signs[standing as Standing] }, // they have the same names
  ]),
) as Readonly<Record<Standing, { readonly verb: string; readonly meaning: string; readonly sign: string }>>;

/** How a cell is shown: by its position, held or derived, else by why there is none. */
export function standingOf(state: CellState, position: Position | null): Standing {
  if (state === 'SPLIT' || state === 'ABSENT') return state;
  return position ?? 'UNKNOWN';
}
