import { isKnownAt } from '#agreement/stance-columns.ts';
import type { Proposition, RollCall } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { RollCallFilter, Scope } from './scope.ts';

/** Ordinals of the propositions that a scope names, ascending. */
export function propositionsInScope(snapshot: Snapshot, scope: Scope): number[] {
  const ofIssues = scope.issues && withIssues(snapshot, scope);
  const ordinals: number[] = [];
  for (const proposition of scope.propositions ?? snapshot.propositions.list) {
    if (
      scope.kinds.includes(proposition.kind) &&
      (ofIssues?.has(proposition.ordinal) ?? true) &&
      fitsFilter(proposition, scope.rollCalls)
    )
      ordinals.push(proposition.ordinal);
  }
  if (scope.propositions === undefined) return ordinals;
  ordinals.sort((a, b) => a - b);
  return ordinals.filter((ordinal, place) => ordinal !== ordinals[place - 1]);
}

function withIssues({ propositionIssues }: Snapshot, { issues = [], asKnownAt }: Scope): Set<number> {
  const wanted = new Set(issues.map(({ ordinal }) => ordinal));
  const links = propositionIssues.filter(
    ({ issue, addedIn, retiredIn }) => wanted.has(issue) && isKnownAt(addedIn, retiredIn, asKnownAt),
  );
  return new Set(links.map(({ proposition }) => proposition));
}

/** A filter on roll calls does not affect claims. */
function fitsFilter({ rollCall }: Proposition, filter: RollCallFilter | undefined): boolean {
  if (rollCall === null || filter === undefined) return true;
  return (
    (filter.bodies?.includes(rollCall.body) ?? true) &&
    (filter.sessions?.includes(rollCall.session) ?? true) &&
    (!filter.wholeTextOnly || isWholeText(rollCall)) &&
    (!filter.importantOnly || rollCall.important === true)
  );
}

const isWholeText = ({ textScope }: RollCall) => textScope === 'WHOLE' || textScope === 'UNKNOWN';
