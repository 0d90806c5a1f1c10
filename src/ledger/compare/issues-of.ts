import { isKnownAt } from '#agreement/stance-columns.ts';
import { type Issue, rowAt, type Snapshot } from '../snapshot/snapshot.ts';

// A snapshot does not change, so its links are grouped once.
const grouped = new WeakMap<Snapshot, Map<number, Snapshot['propositionIssues'][number][]>>();

/** The issues of a proposition (by ordinal) as known at a revision, in the order of their keys. */
export function issuesOf(snapshot: Snapshot, proposition: number, revision: number): Issue[] {
  const links = grouped.get(snapshot) ?? Map.groupBy(snapshot.propositionIssues, (link) => link.proposition);
  grouped.set(snapshot, links);
  return (links.get(proposition) ?? [])
    .filter(({ addedIn, retiredIn }) => isKnownAt(addedIn, retiredIn, revision))
    .map(({ issue }) => rowAt(snapshot.issues, issue))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
