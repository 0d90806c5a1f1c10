import { LRUCache } from 'lru-cache';
import { selectParties } from '#agreement/in-force.ts';
import { type MemberTally, tallyMembers } from '#agreement/member-tally.ts';
import type { Selection, StanceMatrix } from '#agreement/stance-matrix.ts';
import { rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type BlocMembers, everMembers, membersOfAny, spansOf } from './bloc-members.ts';
import { type Scope, writtenScope } from './scope.ts';
import { type Weights, weighedMatrix } from './weights.ts';

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
  { weightlessBases }: Weights,
): MemberTally[] {
  const kept = talliesMade(snapshot.digests);
  const written = JSON.stringify([writtenScope(scope), weightlessBases]);
  const keyOf = ({ bloc }: BlocMembers) => `${bloc.ordinal} ${written}`;
  const tallies = new Map(blocs.map((bloc) => [bloc, kept.get(keyOf(bloc))]));
  const missing = blocs.filter((bloc) => tallies.get(bloc) === undefined);
  if (missing.length > 0) {
    const { matrix, rowOf, days } = readingFor({ snapshot, scope, inScope, weightlessBases }, missing, written);
    for (const bloc of missing) {
      const tally = tallyMembers(matrix, spansOf(bloc, rowOf), days);
      tallies.set(bloc, tally);
      kept.set(keyOf(bloc), tally);
    }
  }
  return blocs.map((bloc) => tallies.get(bloc) as MemberTally); // found or made above
}

/** What members hold on the propositions of a scope, before anybody is counted. */
interface Reading {
  readonly matrix: StanceMatrix;
  /** By ordinal of the party. */
  readonly rowOf: Int32Array;
  /** By column, the day whose members count. */
  readonly days: Int32Array;
}

/** Cells from which on what the members of all blocs hold is read at once and kept: blocs share members, and who asks about one bloc asks about the next. */
const worthSharing = 4_096;
const mostSharedBytes = 8 * 1024 * 1024;

const readingsMade = oncePer(
  (_digests: Snapshot['digests']) =>
    new LRUCache<string, Reading>({
      maxSize: mostSharedBytes,
      sizeCalculation: ({ matrix, days }, key) => 512 + matrix.cells.byteLength + days.byteLength + key.length,
    }),
);

interface Question extends Weights {
  readonly snapshot: Snapshot;
  readonly scope: Scope;
  readonly inScope: InScope;
}

function readingFor(question: Question, blocs: readonly BlocMembers[], written: string): Reading {
  const { snapshot, scope, inScope } = question;
  const members = everMembers(blocs);
  if (members.length * inScope.propositions.length < worthSharing) return read(question, members);
  const kept = readingsMade(snapshot.digests);
  const before = kept.get(written);
  if (before !== undefined) return before;
  const all = membersOfAny(snapshot, scope.asKnownAt);
  if (all.length * inScope.propositions.length > mostSharedBytes / 2) return read(question, members);
  const reading = read(question, all);
  kept.set(written, reading);
  return reading;
}

function read({ snapshot, scope, inScope, weightlessBases }: Question, members: readonly number[]): Reading {
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  const parties = selectParties(members, snapshot.parties.list.length);
  const days = Int32Array.from(inScope.propositions, (proposition) => memberDay(snapshot, proposition, scope.asOf));
  const matrix = weighedMatrix(snapshot, { ...inScope, parties }, point, { weightlessBases });
  return { matrix, rowOf: parties.rowOf, days };
}
