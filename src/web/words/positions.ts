import type { CellState, Position } from '../generated/graphql.ts';

/** The positions from one end of the scale to the other. */
export const positions: readonly Position[] = ['SUPPORT', 'LEAN_SUPPORT', 'NEUTRAL', 'LEAN_OPPOSE', 'OPPOSE'];

/** Text of a cell: a position, or why there is none. */
export type Standing = Position | Exclude<CellState, 'HELD' | 'DERIVED'>;

interface Words {
  /** The verb, as in "China supports". */
  readonly verb: string;
  /** A symbol, so that colour is not the only distinction. */
  readonly sign: string;
  /** The meaning, for a legend. */
  readonly meaning: string;
}

export const standingWords: Readonly<Record<Standing, Words>> = {
  SUPPORT: { verb: 'Supports', sign: '+', meaning: 'says yes to the sentence' },
  LEAN_SUPPORT: { verb: 'Leans for', sign: '↗', meaning: 'mostly or conditionally yes' },
  NEUTRAL: { verb: 'Neutral', sign: '○', meaning: 'spoke, and took neither side' },
  LEAN_OPPOSE: { verb: 'Leans against', sign: '↘', meaning: 'mostly or conditionally no' },
  OPPOSE: { verb: 'Opposes', sign: '−', meaning: 'says no to the sentence' },
  SPLIT: { verb: 'Split', sign: '⇄', meaning: 'a bloc whose members are on no side together' },
  ABSENT: { verb: 'Absent', sign: '·', meaning: 'could take a position and did not' },
  UNKNOWN: { verb: 'Unknown', sign: '?', meaning: 'nothing in the ledger by that day' },
};

/** How a cell is shown: by its position, held or derived, else by why there is none. */
export function standingOf(state: CellState, position: Position | null): Standing {
  if (state === 'SPLIT' || state === 'ABSENT') return state;
  return position ?? 'UNKNOWN';
}
