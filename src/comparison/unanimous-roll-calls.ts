import { findInForce, keepAll, type PartySelection, roomFor, selectParties } from '#agreement/in-force.ts';
import type { Point } from '#agreement/stance-columns.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** Rows for those who vote: all but blocs. */
function voters({ parties }: Snapshot): PartySelection {
  const ordinals = parties.list.filter(({ kind }) => kind !== 'BLOC').map(({ ordinal }) => ordinal);
  return selectParties(ordinals, parties.list.length);
}

/**
 * By proposition of the list, 1 for a roll call on which every voter with a recorded position has the same one (absences and blocs aside,
 * whoever was asked about), else 0.
 */
export function unanimousRollCalls(snapshot: Snapshot, propositions: readonly number[], point: Point): Uint8Array {
  const { stances } = snapshot;
  const everyone = voters(snapshot);
  const found = roomFor(everyone);
  return Uint8Array.from(propositions, (proposition) => {
    if (snapshot.propositions.list[proposition]?.kind !== 'ROLL_CALL') return 0;
    const count = findInForce(stances, proposition, everyone, point, keepAll, found);
    const positions = found.stanceRows.subarray(0, count).map((stanceRow) => stances.position[stanceRow] as number);
    return count > 0 && positions.every((position) => position === positions[0]) ? 1 : 0;
  });
}
