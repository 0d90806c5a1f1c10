import { type Proposition, rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { issuesOf } from './look-up.ts';

/** What a list is sorted by: the key of the (first) issue, none last, then the key of the proposition. */
const textOf = (snapshot: Snapshot, { ordinal, key }: Proposition, revision: number): string =>
  `${issuesOf(snapshot, ordinal, revision)[0]?.key ?? '~'} ${key}`;

interface Places {
  readonly links: Snapshot['propositionIssues'];
  readonly issues: Snapshot['issues'];
  /** By ordinal of the proposition. */
  readonly places: Int32Array;
}

const madeOf = oncePer((_propositions: Snapshot['propositions']) => ({ latest: null as Places | null }));

/** The place of every proposition among all, made once for each state of the catalogue: most revisions leave it as it is. */
function placesIn(snapshot: Snapshot, revision: number): Int32Array {
  const { propositions, propositionIssues: links, issues } = snapshot;
  const made = madeOf(propositions);
  if (made.latest?.links === links && made.latest.issues === issues) return made.latest.places;
  const places = new Int32Array(propositions.list.length);
  const sorted = propositions.list
    .map(({ ordinal }) => ({ ordinal, text: textOf(snapshot, rowAt(propositions, ordinal), revision) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
  for (const [place, { ordinal }] of sorted.entries()) places[ordinal] = place;
  made.latest = { links, issues, places };
  return places;
}

/** From this many rows on, the places of all propositions are worth making. */
const worthPlaces = 500;

/**
 * The indexes of propositions, which are given by ordinal and each once, by the key of their (first) issue as known at a revision, those without one last,
 * then by the key of the proposition. The revision is that of the snapshot.
 */
export function issueOrder(ordinals: ArrayLike<number>, snapshot: Snapshot, revision: number): Int32Array {
  if (ordinals.length < worthPlaces) {
    const texts = Array.from(ordinals, (ordinal) => textOf(snapshot, rowAt(snapshot.propositions, ordinal), revision));
    return Int32Array.from(texts.keys()).sort((a, b) => ((texts[a] as string) < (texts[b] as string) ? -1 : 1));
  }
  // Every proposition has a place of its own, so that nothing has to be compared.
  const places = placesIn(snapshot, revision);
  const indexAt = new Int32Array(places.length).fill(-1);
  for (let index = 0; index < ordinals.length; index++) indexAt[places[ordinals[index] as number] as number] = index;
  const order = new Int32Array(ordinals.length);
  let count = 0;
  for (let place = 0; place < indexAt.length; place++)
    if (indexAt[place] !== -1) order[count++] = indexAt[place] as number;
  return order;
}

/** Rows in that order. */
export const inIssueOrder = <Row extends { readonly proposition: Proposition }>(
  rows: readonly Row[],
  snapshot: Snapshot,
  revision: number,
): Row[] =>
  Array.from(
    issueOrder(
      rows.map(({ proposition }) => proposition.ordinal),
      snapshot,
      revision,
    ),
    (index) => rows[index] as Row,
  );

/**
 * Indexes with the greatest value first; equal ones stay in the order given. Of thousands of shares few are different, so that they are put into heaps
 * instead of compared.
 */
export function greatestFirst(order: Int32Array, values: ArrayLike<number>): Int32Array {
  const heapOf = new Map<number, number>();
  const heaps = new Int32Array(order.length); // of each of the order
  const sizes: number[] = [];
  for (let at = 0; at < order.length; at++) {
    const value = values[order[at] as number] as number;
    let heap = heapOf.get(value);
    if (heap === undefined) {
      heap = sizes.push(0) - 1;
      heapOf.set(value, heap);
    }
    heaps[at] = heap;
    sizes[heap] = (sizes[heap] as number) + 1;
  }
  const next = new Int32Array(sizes.length); // where the next of a heap goes
  let start = 0;
  // Not by the difference alone: that of two infinities is NaN.
  for (const [, heap] of [...heapOf].sort(([a], [b]) => (a === b ? 0 : b - a))) {
    next[heap] = start;
    start += sizes[heap] as number;
  }
  const sorted = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const heap = heaps[at] as number;
    sorted[next[heap] as number] = order[at] as number;
    next[heap] = (next[heap] as number) + 1;
  }
  return sorted;
}

/** Rows with the greatest value first; equal ones stay in the order given. */
export const highestFirst = <Row>(rows: readonly Row[], by: (row: Row) => number): Row[] =>
  Array.from(greatestFirst(Int32Array.from(rows.keys()), rows.map(by)), (index) => rows[index] as Row);
