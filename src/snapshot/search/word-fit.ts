import { distance } from 'fastest-levenshtein';
import { firstFrom, lettersOf, type Postings } from './postings.ts';

/** Relevance of a longer term that begins with the search word. */
export const beginningFit = 0.95;

/** How many typos a word of a length may have. */
const allowedTypos = (length: number) => (length >= 6 ? 2 : length >= 4 ? 1 : 0);

/** Calls `visit` with every term that fits a word, and how well: 1 the same, less for a longer one that begins with it and for typos. */
export function visitFitting(words: Postings, asked: string, visit: (term: number, fit: number) => void): void {
  visitBeginning(words, asked, visit);
  const allowed = allowedTypos(asked.length);
  if (allowed === 0) return;
  const { terms, letters } = words;
  const askedLetters = lettersOf(asked);
  for (let term = 0; term < letters.length; term++) {
    // Most words have other letters, which is seen without reading them.
    if (bits((letters[term] as number) ^ askedLetters) > 2 * allowed) continue;
    const word = terms[term] as string;
    if (Math.abs(word.length - asked.length) > allowed || word.startsWith(asked)) continue;
    const typos = isTransposed(asked, word) ? 1 : distance(asked, word);
    if (typos <= allowed) visit(term, 1 - typos / Math.max(asked.length, word.length));
  }
}

/** Calls `visit` with every term that equals the search word or begins with it. */
export function visitBeginning(postings: Postings, asked: string, visit: (term: number, fit: number) => void): void {
  const { terms } = postings;
  for (let term = firstFrom(postings, asked); terms[term]?.startsWith(asked); term++)
    visit(term, terms[term] === asked ? 1 : beginningFit);
}

/** Whether two neighbouring letters are exchanged and the rest is the same. */
function isTransposed(asked: string, word: string): boolean {
  if (asked.length !== word.length) return false;
  let place = 0;
  while (place < asked.length && asked[place] === word[place]) place++;
  return (
    asked[place] === word[place + 1] &&
    asked[place + 1] === word[place] &&
    asked.slice(place + 2) === word.slice(place + 2)
  );
}

/** How many bits of a number are set. */
function bits(number: number): number {
  let rest = number - ((number >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
