import { isKnownAt } from '#agreement/stance-columns.ts';
import { type Issue, rowAt, type Snapshot } from '../snapshot/snapshot.ts';
import { oncePer } from './once-per.ts';

const linksByProposition = oncePer(({ propositionIssues }: Snapshot) =>
  Map.groupBy(propositionIssues, (link) => link.proposition),
);

/** The issues of a proposition (by ordinal) as known at a revision, in the order of their keys. */
export function issuesOf(snapshot: Snapshot, proposition: number, revision: number): Issue[] {
  return (linksByProposition(snapshot).get(proposition) ?? [])
    .filter(({ addedIn, retiredIn }) => isKnownAt(addedIn, retiredIn, revision))
    .map(({ issue }) => rowAt(snapshot.issues, issue))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
