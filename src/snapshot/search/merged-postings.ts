import type { Postings } from './postings.ts';

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
    for (let place = from[term] as number; place < end; place++) entries[filled++] = (of[place] as number) + shift;
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
