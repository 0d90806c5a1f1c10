import { distance } from 'fastest-levenshtein';
import { fold, wordsOf } from './fold.ts';

/** Something that can be found by its words, or by one of its codes as a whole. */
export interface Searchable {
  readonly id: number;
  readonly words: readonly string[];
  readonly codes: readonly string[];
}

/** How well a row fits what was searched for, 0 to 1, by the row's id. */
export type Ranks = ReadonlyMap<number, number>;

/** What is searched for by words and codes. Codes are found by their beginning. */
export const searchable = (id: number, texts: readonly string[], codes: readonly string[]): Searchable => ({
  id,
  words: texts.flatMap(wordsOf),
  codes: codes.map(fold),
});

/** How many typos a word of a length may have. */
const allowedTypos = (length: number) => (length >= 6 ? 2 : length >= 4 ? 1 : 0);

/** How well a word fits the one asked for: 1 the same, less for a longer one that begins with it and for typos, 0 for another word. */
function wordFit(asked: string, word: string): number {
  if (word === asked) return 1;
  if (word.startsWith(asked)) return 0.95;
  const allowed = allowedTypos(asked.length);
  if (allowed === 0 || Math.abs(word.length - asked.length) > allowed) return 0;
  const typos = isTransposed(asked, word) ? 1 : distance(asked, word);
  return typos <= allowed ? 1 - typos / Math.max(asked.length, word.length) : 0;
}

/** Whether two neighbouring letters are exchanged and the rest is the same. */
function isTransposed(asked: string, word: string): boolean {
  const place = [...asked].findIndex((letter, index) => letter !== word[index]);
  return (
    asked.length === word.length &&
    asked[place] === word[place + 1] &&
    asked[place + 1] === word[place] &&
    asked.slice(place + 2) === word.slice(place + 2)
  );
}

/** The rows in which every word asked for is found, forgiving case, accents and small typos; and how well they fit. */
export function search(text: string, rows: Iterable<Searchable>): Ranks {
  const asked = wordsOf(text);
  const code = fold(text).trim();
  const ranks = new Map<number, number>();
  for (const { id, words, codes } of rows) {
    const fits = asked.map((word) => words.reduce((best, other) => Math.max(best, wordFit(word, other)), 0));
    const byWords = fits.length > 0 && fits.every((best) => best > 0) ? fits.reduce((a, b) => a + b) / fits.length : 0;
    const byCode = codes.includes(code) ? 1 : codes.some((other) => other.startsWith(code)) ? 0.95 : 0;
    const rank = Math.max(byWords, byCode);
    if (rank > 0) ranks.set(id, rank);
  }
  return ranks;
}
