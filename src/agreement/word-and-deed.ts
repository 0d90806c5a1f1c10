import { noValue, type Value } from './contingency.ts';
import { isHeld } from './stance-matrix.ts';

/** How what a party says and how it voted stand to each other. */
export const wordVerdicts = {
  CONSISTENT: 'The vote says the same as the word: the same position, abstaining beside a neutral word too.',
  SOFTER: 'The one is milder than the other: neutral beside a side, or a lean beside a vote for or against.',
  CONTRARY: 'The vote is on the other side than the word.',
  SILENT: 'There is a word without a vote, or a vote without a word; `missing` says which is not there.',
} as const;

export type WordVerdict = keyof typeof wordVerdicts;

export type WordOrDeed = 'WORD' | 'DEED';

export interface WordBesideDeed {
  readonly verdict: WordVerdict;
  /** What is not there; null unless SILENT. */
  readonly missing: WordOrDeed | null;
  /** Which of the two is milder; null unless SOFTER. */
  readonly milder: WordOrDeed | null;
}

/**
 * Puts a word on a claim (a cell in half steps) beside a vote (another cell) that says the same (sign 1) or the contrary (-1). Null when there is neither:
 * a cell that is not held is none, whatever the reason.
 */
export function wordBesideDeed(word: number, vote: number, sign: 1 | -1): WordBesideDeed | null {
  if (!isHeld(word) && !isHeld(vote)) return null;
  if (!isHeld(word)) return { verdict: 'SILENT', missing: 'WORD', milder: null };
  if (!isHeld(vote)) return { verdict: 'SILENT', missing: 'DEED', milder: null };
  const deed = sign * vote;
  if (word === deed) return { verdict: 'CONSISTENT', missing: null, milder: null };
  if (word * deed < 0) return { verdict: 'CONTRARY', missing: null, milder: null };
  return { verdict: 'SOFTER', missing: null, milder: Math.abs(word) < Math.abs(deed) ? 'WORD' : 'DEED' };
}

/** How many words and votes of one party stand how to each other. */
export interface WordTally {
  /** Those that count, by verdict; together they are `n`. */
  readonly consistent: number;
  readonly softer: number;
  readonly contrary: number;
  readonly n: number;
  readonly silent: number;
  /** A word and a vote that the policy, or what the word was read from, leaves out of the share. */
  readonly notCounted: number;
  /** CONSISTENT of those that count, 0 to 1. */
  readonly share: Value;
}

/** Counts verdicts. `minimum`: with fewer than so many that count there is no share. */
export function tallyWords(
  rows: Iterable<{ readonly verdict: WordVerdict; readonly counted: boolean }>,
  minimum: number,
): WordTally {
  const counts = { CONSISTENT: 0, SOFTER: 0, CONTRARY: 0, SILENT: 0 };
  let notCounted = 0;
  for (const { verdict, counted } of rows) {
    if (verdict === 'SILENT' || counted) counts[verdict]++;
    else notCounted++;
  }
  const { CONSISTENT: consistent, SOFTER: softer, CONTRARY: contrary, SILENT: silent } = counts;
  const n = consistent + softer + contrary;
  return { consistent, softer, contrary, n, silent, notCounted, share: shareOf(consistent, n, minimum) };
}

function shareOf(consistent: number, n: number, minimum: number): Value {
  if (n === 0) return noValue('NO_SHARED_EVIDENCE');
  return n < minimum ? noValue('BELOW_MINIMUM_SHARED') : { value: consistent / n };
}
