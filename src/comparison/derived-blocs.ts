import { derivedCell } from '#agreement/derivation.ts';
import { NONE, type PartySelection } from '#agreement/in-force.ts';
import { isSpokenOn } from '#agreement/member-tally.ts';
import type { Policy } from '#agreement/policy.ts';
import { isHeld, type Selection, type StanceMatrix } from '#agreement/stance-matrix.ts';
import type { Party } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type BlocMembers, blocMembersOf, canHaveMembers } from './bloc-members.ts';
import { blocTallies } from './bloc-tallies.ts';
import type { Scope } from './scope.ts';

/** The members of the blocs whose positions are derived, by ordinal of the bloc. */
export type DerivedBlocs = ReadonlyMap<number, BlocMembers>;

/** Whether a comparison of these parties derives positions. */
export const derivesBlocs = (parties: readonly Party[], { blocs }: Policy): boolean =>
  blocs !== 'RECORDED' && parties.some(canHaveMembers);

/** The blocs among the parties whose positions the policy derives; null when there are none. */
export function blocsToDerive(
  snapshot: Snapshot,
  parties: readonly Party[],
  policy: Policy,
  revision: number,
): DerivedBlocs | null {
  if (!derivesBlocs(parties, policy)) return null;
  const blocs = parties.filter(canHaveMembers);
  return new Map(blocs.map((bloc) => [bloc.ordinal, blocMembersOf(snapshot, bloc, revision)]));
}

/** Leaves the blocs of a selection without the stances that are recorded for them. */
export function passOverRecorded({ rowOf }: PartySelection, blocs: DerivedBlocs): void {
  for (const ordinal of blocs.keys()) rowOf[ordinal] = NONE;
}

/**
 * Writes what is derived into the cells of blocs without a stance of their own. Gives the columns on which anybody holds a position or was absent,
 * members included: those of `spoken` and others, ascending.
 */
export function deriveCells(
  snapshot: Snapshot,
  blocs: DerivedBlocs,
  selection: Selection,
  scope: Scope,
  policy: Policy,
  { cells, columns }: StanceMatrix,
  spoken: readonly number[],
): number[] {
  const list = [...blocs.values()];
  const isSpoken = new Uint8Array(columns);
  for (const column of spoken) isSpoken[column] = 1;
  for (const [n, tally] of blocTallies(snapshot, list, scope, selection, policy).entries()) {
    const first = selection.parties.ordinals.indexOf(list[n]?.bloc.ordinal as number) * columns;
    for (let column = 0; column < columns; column++) {
      if (isHeld(cells[first + column] as number)) continue;
      cells[first + column] = derivedCell(tally, column, policy.derivation);
      if (isSpokenOn(tally, column)) isSpoken[column] = 1;
    }
  }
  const all: number[] = [];
  for (let column = 0; column < columns; column++) if (isSpoken[column] === 1) all.push(column);
  return all;
}
