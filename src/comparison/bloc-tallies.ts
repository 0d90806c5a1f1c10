import { LRUCache } from 'lru-cache';
import { selectParties } from '#agreement/in-force.ts';
import { type MemberTally, tallyMembers } from '#agreement/member-tally.ts';
import { matrixAt, type Selection } from '#agreement/stance-matrix.ts';
import { rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type BlocMembers, everMembers, spansOf } from './bloc-members.ts';
import { type Scope, writtenScope } from './scope.ts';

/** What of a scope the positions of members are read by. */
export type InScope = Pick<Selection, 'propositions' | 'keep' | 'keepAbsence'>;

/** The day whose members make the position of a bloc: that on which a roll call was tabled; for a claim that of the scope. */
export const memberDay = (snapshot: Snapshot, proposition: number, asOf: number): number =>
  rowAt(snapshot.propositions, proposition).rollCall?.tabledOn ?? asOf;

const mostBytes = 16 * 1024 * 1024;

const bytesOf = ({ counts }: MemberTally, key: string) => 512 + counts.byteLength + key.length;

// By the digests, which all views of the past of one snapshot share; a question names its revision.
const talliesMade = oncePer(
  (_digests: Snapshot['digests']) =>
    new LRUCache<string, MemberTally>({ maxSize: mostBytes, sizeCalculation: bytesOf }),
);

/**
 * What the members of blocs hold on the propositions in scope, each proposition by the members of its day; in the order of the blocs. The latest are
 * kept; those that are missing are counted together, because blocs share members.
 */
export function blocTallies(
  snapshot: Snapshot,
  blocs: readonly BlocMembers[],
  scope: Scope,
  inScope: InScope,
): MemberTally[] {
  const kept = talliesMade(snapshot.digests);
  const written = JSON.stringify(writtenScope(scope));
  const keyOf = ({ bloc }: BlocMembers) => `${bloc.ordinal} ${written}`;
  const tallies = new Map(blocs.map((bloc) => [bloc, kept.get(keyOf(bloc))]));
  const missing = blocs.filter((bloc) => tallies.get(bloc) === undefined);
  if (missing.length > 0) {
    for (const [index, tally] of countMembers(snapshot, missing, scope, inScope).entries()) {
      const bloc = missing[index] as BlocMembers; // one tally for each
      tallies.set(bloc, tally);
      kept.set(keyOf(bloc), tally);
    }
  }
  return blocs.map((bloc) => tallies.get(bloc) as MemberTally); // found or made above
}

function countMembers(
  snapshot: Snapshot,
  blocs: readonly BlocMembers[],
  scope: Scope,
  inScope: InScope,
): MemberTally[] {
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  const parties = selectParties(everMembers(blocs), snapshot.parties.list.length);
  const { matrix } = matrixAt(snapshot.stances, snapshot.absences, { ...inScope, parties }, point);
  const days = Int32Array.from(inScope.propositions, (proposition) => memberDay(snapshot, proposition, scope.asOf));
  return blocs.map((bloc) => tallyMembers(matrix, spansOf(bloc, parties.rowOf), days));
}
