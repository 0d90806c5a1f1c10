import { type Keep, keepAll } from '#agreement/in-force.ts';
import { lastConfirmed } from '#agreement/last-confirmed.ts';
import { bases, basisIn, confidenceIn, confidences } from '#snapshot/closed-sets.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Scope } from './scope.ts';

/** Whether the stance at a row index has the basis, confidence and dates that the scope requires. */
export function stanceFits({ stances }: Snapshot, scope: Scope): Keep {
  const { confirmedSince, asKnownAt } = scope;
  const wanted = scope.bases && new Set(scope.bases.map((basis) => bases.indexOf(basis)));
  const least = scope.minimumConfidence === undefined ? 0 : confidences.indexOf(scope.minimumConfidence);
  if (wanted === undefined && least === 0 && !isDated(scope)) return keepAll;
  return (stanceRow) =>
    (wanted?.has(basisIn(stances.traits[stanceRow] as number)) ?? true) &&
    confidenceIn(stances.traits[stanceRow] as number) >= least &&
    isTakenIn(scope, stances.heldFrom[stanceRow] as number) &&
    (confirmedSince === undefined || lastConfirmed(stances, stanceRow, asKnownAt) >= confirmedSince);
}

/** Whether the absence at a row index matches: it belongs to a vote, on a day, and nothing confirms it later. */
export function absenceFits({ absences }: Snapshot, scope: Scope): Keep {
  if (scope.bases !== undefined && !scope.bases.includes('VOTE')) return () => false;
  if (!isDated(scope)) return keepAll;
  const { confirmedSince = Number.NEGATIVE_INFINITY } = scope;
  return (stanceRow) => {
    const day = absences.day[stanceRow] as number;
    return isTakenIn(scope, day) && day >= confirmedSince;
  };
}

/** Whether the scope requires anything of the days of stances and absences. */
const isDated = ({ takenFrom, takenBefore, confirmedSince }: Scope): boolean =>
  takenFrom !== undefined || takenBefore !== undefined || confirmedSince !== undefined;

const isTakenIn = ({ takenFrom, takenBefore }: Scope, day: number) =>
  (takenFrom === undefined || day >= takenFrom) && (takenBefore === undefined || day < takenBefore);
