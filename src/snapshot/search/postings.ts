import { bucketStarts } from '../load-stances.ts';

/** In which entries each term occurs: `entries[start[t]]` to `entries[start[t + 1]]` are those of `terms[t]`. */
export interface Postings {
  /** Each once, in the order of their code units, so that those with one beginning stand together. */
  readonly terms: readonly string[];
  /** Which letters a term has; see `lettersOf`. */
  readonly letters: Int32Array;
  readonly start: Uint32Array;
  readonly entries: Uint32Array;
}

/** The postings of terms by entry. */
export function postings(termsByEntry: readonly (readonly string[])[]): Postings {
  const numbers = new Map<string, number>();
  const found: number[] = [];
  const at: number[] = [];
  for (const [entry, terms] of termsByEntry.entries()) {
    for (const term of new Set(terms)) {
      let number = numbers.get(term);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(term, number);
      }
      found.push(number);
      at.push(entry);
    }
  }
  const terms = [...numbers.keys()].sort();
  const ranks = new Uint32Array(terms.length);
  for (const [rank, term] of terms.entries()) ranks[numbers.get(term) as number] = rank;
  const ranked = found.map((number) => ranks[number] as number);
  const start = bucketStarts(ranked, ranked.length, terms.length);
  const next = start.slice();
  const entries = new Uint32Array(ranked.length);
  for (const [index, rank] of ranked.entries()) {
    const slot = next[rank] as number;
    entries[slot] = at[index] as number;
    next[rank] = slot + 1;
  }
  return { terms, letters: Int32Array.from(terms, lettersOf), start, entries };
}

/** A bit for each letter that a term has. What changes one letter of a term changes at most two bits; letters may share a bit. */
export function lettersOf(term: string): number {
  let letters = 0;
  for (let index = 0; index < term.length; index++) letters |= 1 << (term.charCodeAt(index) & 31);
  return letters;
}

/** Where the terms begin that are not before one. */
export function firstFrom({ terms }: Postings, term: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] as string) < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The postings of some entries and of `offset` and more that come after them. */
export function mergedPostings(a: Postings, b: Postings, offset: number): Postings {
  const most = a.terms.length + b.terms.length;
  const terms: string[] = [];
  const letters = new Int32Array(most);
  const start = new Uint32Array(most + 1);
  const entries = new Uint32Array(a.entries.length + b.entries.length);
  let filled = 0;
  const take = ({ start: from, entries: of }: Postings, term: number, shift: number) => {
    const end = from[term + 1] as number;
    for (let slot = from[term] as number; slot < end; slot++) entries[filled++] = (of[slot] as number) + shift;
  };
  for (let i = 0, j = 0; i < a.terms.length || j < b.terms.length; ) {
    const [left, right] = [a.terms[i], b.terms[j]];
    const isLeft = left !== undefined && (right === undefined || left <= right);
    const isRight = right !== undefined && (left === undefined || right <= left);
    letters[terms.length] = (isLeft ? a.letters[i] : b.letters[j]) as number;
    terms.push((isLeft ? left : right) as string); // one of them is there
    if (isLeft) take(a, i++, 0);
    if (isRight) take(b, j++, offset);
    start[terms.length] = filled;
  }
  return { terms, letters: letters.slice(0, terms.length), start: start.slice(0, terms.length + 1), entries };
}
