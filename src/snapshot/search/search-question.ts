import { fold, wordsIn } from '#ledger/fold.ts';
import { Refusal } from '#refusal/refusal.ts';

/** What is searched for, folded once. */
export interface SearchQuestion {
  /** How often each word occurs in the search. */
  readonly words: ReadonlyMap<string, number>;
  /** The whole as one code. */
  readonly code: string;
}

const mostCharacters = 200;
const mostLetters = 600;
const mostWords = 40;

/** Words of a text that make a search dearer; for one that will be refused, as many as are allowed. */
export const wordsSearched = (text: string): number =>
  text.length > 2 * mostCharacters ? mostWords : Math.min(new Set(wordsIn(fold(text))).size, mostWords);

/**
 * What a text asks for. Few characters can fold into many letters and words, so those are counted too; a word that stands in it twice is one.
 * @throws Refusal `BAD_INPUT` for a text that is empty or too long
 */
export function searchQuestion(text: string): SearchQuestion {
  const trimmed = text.trim();
  checkCount(trimmed.length, 'characters', 1, mostCharacters);
  const folded = fold(trimmed);
  checkCount(folded.length, 'letters with accents and ligatures decomposed', 0, mostLetters);
  const words = new Map<string, number>();
  for (const word of wordsIn(folded)) words.set(word, (words.get(word) ?? 0) + 1);
  checkCount(words.size, 'different words', 0, mostWords);
  return { words, code: folded.trim() };
}

function checkCount(found: number, what: string, least: number, most: number): void {
  if (found >= least && found <= most) return;
  const expected = least === 0 ? `at most ${most}` : `${least} to ${most}`;
  throw new Refusal('BAD_INPUT', `search: found ${found} ${what}, expected ${expected}.`);
}
