import { inForceOn, NONE, type PartySelection } from '#agreement/in-force.ts';
import type { Point } from '#agreement/stance-columns.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** Rows for countries alone: blocs do not vote. */
function countries({ parties }: Snapshot): PartySelection {
  const rowOf = new Int32Array(parties.list.length).fill(NONE);
  let count = 0;
  for (const { kind, ordinal } of parties.list) if (kind === 'COUNTRY') rowOf[ordinal] = count++;
  return { count, rowOf };
}

/**
 * By proposition of the list, 1 for a roll call on which every country with a recorded position has the same one (absences and blocs aside,
 * whoever was asked about), else 0.
 */
export function unanimousRollCalls(snapshot: Snapshot, propositions: readonly number[], point: Point): Uint8Array {
  const everyone = countries(snapshot);
  return Uint8Array.from(propositions, (proposition) => {
    if (snapshot.propositions.list[proposition]?.kind !== 'ROLL_CALL') return 0;
    const held = new Set<number>();
    for (const place of inForceOn(snapshot.stances, proposition, everyone, point, () => true)) {
      if (place !== NONE) held.add(snapshot.stances.position[place] as number);
    }
    return held.size === 1 ? 1 : 0;
  });
}
