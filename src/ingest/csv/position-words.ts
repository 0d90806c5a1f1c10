import type { Position } from '#postgres/generated/enums.ts';

/** What a cell says of a party: its position, or that it could have taken one and did not. */
export type Said = Position | 'ABSENT';

const words: Readonly<Record<Said, readonly string[]>> = {
  SUPPORT: ['support', 'supports', 'yes', 'y', 'for', 'in favour', 'in favor'],
  LEAN_SUPPORT: ['lean support', 'leans support'],
  NEUTRAL: ['neutral', 'abstain', 'abstains', 'abstained', 'abstention', 'a'],
  LEAN_OPPOSE: ['lean oppose', 'leans oppose'],
  OPPOSE: ['oppose', 'opposes', 'no', 'n', 'against'],
  ABSENT: ['absent', 'not voting', 'nv', 'x'],
};

const byWord = new Map(Object.entries(words).flatMap(([said, some]) => some.map((word) => [word, said as Said])));

const byHalfSteps: readonly Position[] = ['OPPOSE', 'LEAN_OPPOSE', 'NEUTRAL', 'LEAN_SUPPORT', 'SUPPORT'];

/** A word as words are compared: `Lean_Support` is `lean support`. */
export const wordForm = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();

/** How the positions of a file are written: `scale` is the number of full support, `own` are its own words by their `wordForm`. */
export interface PositionWords {
  readonly scale: 1 | 2;
  readonly own: ReadonlyMap<string, Said>;
}

const number = /^[+-]?\d+([.,]\d+)?$/;

/** What a cell says; null when it is none of the words and no number of the scale. */
export function positionIn(text: string, { scale, own }: PositionWords): Said | null {
  const word = number.test(text) ? text : wordForm(text);
  const said = own.get(word) ?? byWord.get(word);
  if (said !== undefined) return said;
  if (!number.test(text)) return null;
  return byHalfSteps[(Number(text.replace(',', '.')) / scale) * 2 + 2] ?? null;
}

/** What was expected where a cell says none of it. */
export const expectedPosition = ({ scale }: PositionWords): string =>
  `SUPPORT, LEAN_SUPPORT, NEUTRAL, LEAN_OPPOSE or OPPOSE; yes, no or abstain (Y, N, A); ${
    scale === 1 ? '-1, -0.5, 0, 0.5 or 1 (write `scale: 2` in --columns for numbers from -2 to 2)' : '-2, -1, 0, 1 or 2'
  }; or absent (X)`;
