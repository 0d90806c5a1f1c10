import { isKnown, isKnownAt } from '#agreement/stance-columns.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { snapshotAt } from '../snapshot/snapshot-at.ts';

/** How much stood in the ledger at a revision, and the days between which its stances were taken (null when there was none). */
export function standingCounts(snapshot: Snapshot, revision = snapshot.revision) {
  const { parties, issues, propositions, stances, absences } = snapshotAt(snapshot, revision);
  const standing = (rows: readonly { readonly retired: boolean }[]) => rows.filter(({ retired }) => !retired).length;
  const days = stances.heldFrom.subarray(0, stances.length).filter((_, place) => isKnown(stances, place, revision));
  return {
    countries: standing(parties.list.filter(({ kind }) => kind === 'COUNTRY')),
    blocs: standing(parties.list.filter(({ kind }) => kind === 'BLOC')),
    issues: standing(issues.list),
    claims: standing(propositions.list.filter(({ kind }) => kind === 'CLAIM')),
    rollCalls: standing(propositions.list.filter(({ kind }) => kind === 'ROLL_CALL')),
    stances: days.length,
    absences: absences.addedIn.filter((addedIn, place) =>
      isKnownAt(addedIn, absences.retiredIn[place] as number, revision),
    ).length,
    earliest: days.length === 0 ? null : days.reduce((a, b) => Math.min(a, b)),
    latest: days.length === 0 ? null : days.reduce((a, b) => Math.max(a, b)),
  };
}
