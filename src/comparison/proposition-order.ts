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
  const order = Int32Array.from(ordinals, (_, index) => index);
  if (ordinals.length < worthPlaces) {
    const texts = Array.from(ordinals, (ordinal) => textOf(snapshot, rowAt(snapshot.propositions, ordinal), revision));
    return order.sort((a, b) => ((texts[a] as string) < (texts[b] as string) ? -1 : 1));
  }
  const places = placesIn(snapshot, revision);
  const indexAt = new Int32Array(places.length).fill(-1);
  for (let index = 0; index < ordinals.length; index++) indexAt[places[ordinals[index] as number] as number] = index;
  return indexAt.filter((index) => index !== -1);
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
  const sizes = new Map<number, number>();
  for (const index of order) sizes.set(values[index] as number, (sizes.get(values[index] as number) ?? 0) + 1);
  // Not by the difference alone: that of two infinities is NaN.
  const starts = new Map<number, number>();
  let start = 0;
  for (const value of [...sizes.keys()].sort((a, b) => (a === b ? 0 : b - a))) {
    starts.set(value, start);
    start += sizes.get(value) as number;
  }
  const sorted = new Int32Array(order.length);
  for (const index of order) {
    const at = starts.get(values[index] as number) as number;
    sorted[at] = index;
    starts.set(values[index] as number, at + 1);
  }
  return sorted;
}

/** Rows with the greatest value first; equal ones stay in the order given. */
export const highestFirst = <Row>(rows: readonly Row[], by: (row: Row) => number): Row[] =>
  Array.from(greatestFirst(Int32Array.from(rows.keys()), rows.map(by)), (index) => rows[index] as Row);
