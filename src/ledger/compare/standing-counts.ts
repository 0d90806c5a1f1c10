import { NEVER } from '#agreement/stance-columns.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** How much stands in the ledger now, and the days between which its stances were taken (null when there is none). */
export function standingCounts({ parties, issues, propositions, stances, absences }: Snapshot) {
  const standing = (rows: readonly { readonly retired: boolean }[]) => rows.filter(({ retired }) => !retired).length;
  const days = stances.heldFrom.subarray(0, stances.length).filter((_, place) => stances.retiredIn[place] === NEVER);
  return {
    countries: standing(parties.list.filter(({ kind }) => kind === 'COUNTRY')),
    blocs: standing(parties.list.filter(({ kind }) => kind === 'BLOC')),
    issues: standing(issues.list),
    claims: standing(propositions.list.filter(({ kind }) => kind === 'CLAIM')),
    rollCalls: standing(propositions.list.filter(({ kind }) => kind === 'ROLL_CALL')),
    stances: days.length,
    absences: absences.retiredIn.filter((revision) => revision === NEVER).length,
    earliest: days.length === 0 ? null : days.reduce((a, b) => Math.min(a, b)),
    latest: days.length === 0 ? null : days.reduce((a, b) => Math.max(a, b)),
  };
}
