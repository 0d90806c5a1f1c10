import { type Keep, keepAll } from '#agreement/in-force.ts';
import { bases, confidences } from '#snapshot/closed-sets.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Scope } from './scope.ts';

/** Whether the stance at a row index has the basis, confidence and date that the scope requires. */
export function stanceFits({ stances }: Snapshot, scope: Scope): Keep {
  const wanted = scope.bases && new Set(scope.bases.map((basis) => bases.indexOf(basis)));
  const least = scope.minimumConfidence === undefined ? 0 : confidences.indexOf(scope.minimumConfidence);
  if (wanted === undefined && least === 0 && scope.takenFrom === undefined && scope.takenBefore === undefined)
    return keepAll;
  return (place) =>
    (wanted?.has(stances.basis[place] as number) ?? true) &&
    (stances.confidence[place] as number) >= least &&
    isTakenIn(scope, stances.heldFrom[place] as number);
}

/** Whether the absence at a row index matches: it belongs to a vote, on a day. */
export function absenceFits({ absences }: Snapshot, scope: Scope): Keep {
  if (scope.bases !== undefined && !scope.bases.includes('VOTE')) return () => false;
  return (place) => isTakenIn(scope, absences.day[place] as number);
}

const isTakenIn = ({ takenFrom, takenBefore }: Scope, day: number) =>
  (takenFrom === undefined || day >= takenFrom) && (takenBefore === undefined || day < takenBefore);
