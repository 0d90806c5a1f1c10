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
 * Rows by the key of their (first) issue as known at a revision, those without one last, then by the key of the proposition. The revision is that of the
 * snapshot.
 */
export function inIssueOrder<Row extends { readonly proposition: Proposition }>(
  rows: readonly Row[],
  snapshot: Snapshot,
  revision: number,
): Row[] {
  if (rows.length >= worthPlaces) {
    const places = placesIn(snapshot, revision);
    const placeOf = ({ proposition }: Row) => places[proposition.ordinal] as number;
    return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
  return rows
    .map((row) => ({ row, text: textOf(snapshot, row.proposition, revision) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ row }) => row);
}

/** Rows with the greatest value first; equal ones stay in the order given. */
export const highestFirst = <Row>(rows: readonly Row[], by: (row: Row) => number): Row[] =>
  rows
    .map((row) => ({ row, value: by(row) }))
    .sort((a, b) => (a.value === b.value ? 0 : b.value - a.value)) // not by the difference alone: that of two infinities is NaN
    .map(({ row }) => row);
