import type { Snapshot } from '../snapshot.ts';
import type { Postings } from './postings.ts';
import type { SearchIndex } from './search-index.ts';
import type { Subject } from './search-indexes.ts';
import { type SearchQuestion, searchQuestion, visitBeginning, visitFitting, visitOther } from './search-question.ts';

/**
 * Searches the names of parties and issues, the texts of propositions, the titles and publishers of documents or what passages say, as they were known
 * at a revision.
 * @throws Refusal `BAD_INPUT` for a text that is empty or too long
 */
export const searchSnapshot = (
  { search: indexes }: Pick<Snapshot, 'search'>,
  subject: Subject,
  text: string,
  revision: number,
): Ranks => search(indexes[subject], searchQuestion(text), revision);

/** How well a row fits what was searched for, 0 to 1, by the row's id. */
export type Ranks = ReadonlyMap<number, number>;

/**
 * The rows in which, as known at a revision, every search word or a synonym of it is found, ignoring case, accents and the spellings of British and
 * American English and tolerating small typos; with their relevance.
 * Codes are found by their beginning.
 */
export function search({ ids, from, until, segments }: SearchIndex, question: SearchQuestion, revision: number): Ranks {
  const ranks = new Map<number, number>();
  for (const { first, length, words, codes } of segments) {
    const fits = termRanks(words, length, question.terms);
    visitBeginning(codes, question.code, (term, fit) => raise(codes, term, fit, fits));
    for (let entry = 0; entry < length; entry++) {
      const fit = fits[entry] as number;
      const index = first + entry;
      if (fit > 0 && (from[index] as number) <= revision && (until[index] as number) > revision)
        ranks.set(ids[index] as number, fit);
    }
  }
  return ranks;
}

/** By entry how well the terms fit: the mean of how well each of their words does, 0 when a term is not found. */
function termRanks(postings: Postings, length: number, asked: SearchQuestion['terms']): Float64Array {
  const sums = new Float64Array(length);
  const found = new Uint8Array(length);
  let words = 0;
  for (const { words: written, others, times } of asked) {
    const best = allOf(postings, length, written, visitFitting);
    for (const { words: other, fit: worth } of others) {
      const [only, ...more] = other;
      if (only !== undefined && more.length === 0) {
        visitOther(postings, only, (term, fit) => raise(postings, term, fit * worth, best));
        continue;
      }
      const fits = allOf(postings, length, other, visitOther);
      for (let entry = 0; entry < length; entry++)
        best[entry] = Math.max(best[entry] as number, (fits[entry] as number) * worth);
    }
    const weight = times * written.length;
    words += weight;
    for (let entry = 0; entry < length; entry++) {
      const fit = best[entry] as number;
      if (fit === 0) continue;
      sums[entry] = (sums[entry] as number) + fit * weight;
      found[entry] = (found[entry] as number) + 1;
    }
  }
  for (let entry = 0; entry < length; entry++)
    sums[entry] = words > 0 && found[entry] === asked.length ? (sums[entry] as number) / words : 0;
  return sums;
}

/** By entry how well all of some words fit: the mean, 0 when one is not found. */
function allOf(postings: Postings, length: number, words: readonly string[], visit: typeof visitFitting): Float64Array {
  const [first = '', ...rest] = words;
  const fits = fitsOf(postings, length, first, visit);
  for (const word of rest) {
    const more = fitsOf(postings, length, word, visit);
    for (let entry = 0; entry < length; entry++)
      fits[entry] = fits[entry] === 0 || more[entry] === 0 ? 0 : (fits[entry] as number) + (more[entry] as number);
  }
  if (rest.length > 0)
    for (let entry = 0; entry < length; entry++) fits[entry] = (fits[entry] as number) / words.length;
  return fits;
}

function fitsOf(postings: Postings, length: number, word: string, visit: typeof visitFitting): Float64Array {
  const fits = new Float64Array(length);
  visit(postings, word, (term, fit) => raise(postings, term, fit, fits));
  return fits;
}

/** Lets the entries of a term fit as well as it does, unless they do better already. */
function raise({ start, entries }: Postings, term: number, fit: number, fits: Float64Array): void {
  const end = start[term + 1] as number;
  for (let slot = start[term] as number; slot < end; slot++) {
    const entry = entries[slot] as number;
    if (fit > (fits[entry] as number)) fits[entry] = fit;
  }
}
