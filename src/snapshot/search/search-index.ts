import { NEVER } from '#agreement/stance-columns.ts';
import { fold, wordsOf } from '#ledger/fold.ts';
import { mergedPostings, type Postings, postings } from './postings.ts';

/** Something that can be found by its words, or by one of its codes as a whole. */
export interface Searchable {
  readonly id: number;
  readonly texts: readonly string[];
  readonly codes: readonly string[];
}

/** The text of a row from one revision to before another; NEVER: up to now. */
export interface SearchEntry extends Searchable {
  readonly from: number;
  readonly until: number;
}

/** Some entries, `first` of the index and those after it. */
interface Segment {
  readonly first: number;
  readonly length: number;
  readonly words: Postings;
  readonly codes: Postings;
}

/** The present and past texts of all rows, folded once. Immutable plain data, which can be sent to another thread. */
export interface SearchIndex {
  readonly ids: Int32Array;
  readonly from: Int32Array;
  readonly until: Int32Array;
  readonly segments: readonly Segment[];
}

export function searchIndex(entries: readonly SearchEntry[]): SearchIndex {
  return { ...columnsOf(entries), segments: [segmentOf(entries, 0)] };
}

/** The index with later entries; an entry that was there of the same row ends where its next one begins. */
export function extendedIndex(index: SearchIndex, entries: readonly SearchEntry[]): SearchIndex {
  if (entries.length === 0) return index;
  const later = columnsOf(entries);
  const until = index.until.slice();
  const begins = new Map<number, number>();
  for (const { id, from } of entries) begins.set(id, Math.min(from, begins.get(id) ?? NEVER));
  for (const [place, id] of index.ids.entries()) {
    if (until[place] === NEVER) until[place] = begins.get(id) ?? NEVER;
  }
  return {
    ids: joined(index.ids, later.ids),
    from: joined(index.from, later.from),
    until: joined(until, later.until),
    segments: inFewSegments([...index.segments, segmentOf(entries, index.ids.length)]),
  };
}

const columnsOf = (entries: readonly SearchEntry[]) => ({
  ids: Int32Array.from(entries, ({ id }) => id),
  from: Int32Array.from(entries, ({ from }) => from),
  until: Int32Array.from(entries, ({ until }) => until),
});

const segmentOf = (entries: readonly SearchEntry[], first: number): Segment => ({
  first,
  length: entries.length,
  words: postings(entries.map(({ texts }) => texts.flatMap(wordsOf))),
  codes: postings(entries.map(({ codes }) => codes.map(fold))),
});

/** A segment grows by one that is as long as itself, so that there are few however often an index is extended. */
function inFewSegments(segments: readonly Segment[]): readonly Segment[] {
  const [a, b] = segments.slice(-2);
  if (a === undefined || b === undefined || b.length < a.length) return segments;
  const merged = {
    first: a.first,
    length: a.length + b.length,
    words: mergedPostings(a.words, b.words, a.length),
    codes: mergedPostings(a.codes, b.codes, a.length),
  };
  return inFewSegments([...segments.slice(0, -2), merged]);
}

function joined(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
