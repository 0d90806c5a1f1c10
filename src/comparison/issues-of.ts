import { isKnownAt } from '#agreement/stance-columns.ts';
import { type Issue, rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

const linksByProposition = oncePer((links: Snapshot['propositionIssues']) =>
  Map.groupBy(links, (link) => link.proposition),
);

/** The issues of a proposition (by ordinal) as known at a revision, in the order of their keys; shown as the snapshot has them. */
export function issuesOf(snapshot: Snapshot, proposition: number, revision: number): Issue[] {
  return (linksByProposition(snapshot.propositionIssues).get(proposition) ?? [])
    .filter(({ addedIn, retiredIn }) => isKnownAt(addedIn, retiredIn, revision))
    .map(({ issue }) => rowAt(snapshot.issues, issue))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
