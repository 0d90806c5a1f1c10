import type { Snapshot } from '../snapshot.ts';
import type { Postings } from './postings.ts';
import type { SearchIndex } from './search-index.ts';
import type { Subject } from './search-indexes.ts';
import { type SearchQuestion, searchQuestion, visitBeginning, visitFitting } from './search-question.ts';

/**
 * Searches the names of parties and issues, the texts of propositions or the titles of documents, as they were known at a revision.
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
 * The rows in which, as known at a revision, every search word is found, ignoring case and accents and tolerating small typos; with their relevance.
 * Codes are found by their beginning.
 */
export function search({ ids, from, until, segments }: SearchIndex, question: SearchQuestion, revision: number): Ranks {
  const ranks = new Map<number, number>();
  for (const { first, length, words, codes } of segments) {
    const fits = wordRanks(words, length, question.words);
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

/** By entry how well the words fit: the mean of how well each does, 0 when one is not found. */
function wordRanks(postings: Postings, length: number, asked: SearchQuestion['words']): Float64Array {
  const sums = new Float64Array(length);
  const found = new Uint8Array(length);
  const best = new Float64Array(length);
  let words = 0;
  for (const [word, times] of asked) {
    best.fill(0);
    visitFitting(postings, word, (term, fit) => raise(postings, term, fit, best));
    words += times;
    for (let entry = 0; entry < length; entry++) {
      const fit = best[entry] as number;
      if (fit === 0) continue;
      sums[entry] = (sums[entry] as number) + fit * times;
      found[entry] = (found[entry] as number) + 1;
    }
  }
  for (let entry = 0; entry < length; entry++)
    sums[entry] = words > 0 && found[entry] === asked.size ? (sums[entry] as number) / words : 0;
  return sums;
}

/** Lets the entries of a term fit as well as it does, unless they do better already. */
function raise({ start, entries }: Postings, term: number, fit: number, fits: Float64Array): void {
  const end = start[term + 1] as number;
  for (let slot = start[term] as number; slot < end; slot++) {
    const entry = entries[slot] as number;
    if (fit > (fits[entry] as number)) fits[entry] = fit;
  }
}
