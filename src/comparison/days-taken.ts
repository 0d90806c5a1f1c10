import { NONE, selectParties, visitStanceRows } from '#agreement/in-force.ts';
import { isKnown } from '#agreement/stance-columns.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { everMembers } from './bloc-members.ts';
import type { Comparison } from './comparison.ts';

/** A day on which positions were taken, and how many. */
export interface DayTaken {
  readonly day: number;
  /** Stances that begin on it, those of members where the position of a bloc is derived. */
  readonly stances: number;
}

/**
 * The days on which the parties of a comparison took positions in its scope, in order: of all time, not only until `asOf`, so that a time line can
 * show what comes after the day that is looked at.
 */
export const daysTaken = oncePer((comparison: Comparison): readonly DayTaken[] => {
  const { snapshot, scope, selection, blocs } = comparison;
  const { stances, parties } = snapshot;
  const spoke = selection.parties.ordinals.filter((ordinal) => selection.parties.rowOf[ordinal] !== NONE);
  const members = blocs === null ? [] : everMembers(blocs.values());
  const everybody = selectParties([...new Set([...spoke, ...members])], parties.list.length);
  const counts = new Map<number, number>();
  for (let column = 0; column < selection.propositions.length; column++) {
    visitStanceRows(stances, selection.propositions[column] as number, everybody, (stanceRow) => {
      if (!isKnown(stances, stanceRow, scope.asKnownAt) || !selection.keep(stanceRow)) return;
      const day = stances.heldFrom[stanceRow] as number;
      counts.set(day, (counts.get(day) ?? 0) + 1);
    });
  }
  return [...counts].map(([day, count]) => ({ day, stances: count })).sort((a, b) => a.day - b.day);
});
