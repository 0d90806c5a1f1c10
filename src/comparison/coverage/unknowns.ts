import { type Gap, type GroupNeeds, greatestGaps } from '#agreement/gaps.ts';
import { selectParties } from '#agreement/in-force.ts';
import { countsAt, type MemberTally } from '#agreement/member-tally.ts';
import type { Policy } from '#agreement/policy.ts';
import { cellAt, isHeld } from '#agreement/stance-matrix.ts';
import { type Party, type Proposition, rowAt } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type BlocMembers, blocMembersOf, spansOf } from '../bloc-members.ts';
import { blocTallies, memberDay } from '../bloc-tallies.ts';
import { absenceFits, type Scope, stanceFits } from '../scope.ts';
import { type PositionsKnown, positionsKnown } from './positions-known.ts';

/** Where a curator would gain most. */
export interface Unknowns extends PositionsKnown {
  /** The blocs whose positions were looked at. */
  readonly blocs: readonly Party[];
  /** How many gaps there are whose filling would gain anything. */
  readonly total: number;
  readonly gaps: readonly KnownGap[];
}

export interface KnownGap extends Omit<Gap, 'groups'> {
  readonly party: Party;
  readonly proposition: Proposition;
  /** Those that lack a position on the proposition for want of members that hold one, of which the party is one. */
  readonly blocs: readonly BlocNeed[];
}

export interface BlocNeed {
  readonly bloc: Party;
  /** Members that have to hold a position before the bloc has one, at least 1. */
  readonly missing: number;
}

/**
 * The gaps among parties in a scope whose filling would change most comparisons and positions of blocs: `most` of them, the greatest gain first; see
 * `greatestGaps`. The snapshot is as known at the scope's revision.
 */
export function unknownsOf(
  snapshot: Snapshot,
  parties: readonly Party[],
  blocs: readonly Party[],
  scope: Scope,
  policy: Policy,
  most: number,
): Unknowns {
  const known = positionsKnown(snapshot, parties, scope);
  const members = blocs.map((bloc) => blocMembersOf(snapshot, bloc, scope.asKnownAt));
  const needs = needsOf(known, members, policy);
  const { gaps, total } = greatestGaps(known.matrix, needs, most);
  return {
    ...known,
    policy,
    blocs,
    total,
    gaps: gaps.map(({ groups, ...gap }) => ({
      ...gap,
      party: parties[gap.row] as Party,
      proposition: rowAt(snapshot.propositions, known.propositions[gap.column] as number),
      blocs: groups.map((group) => ({
        bloc: blocs[group] as Party,
        missing: needs[group]?.missing[gap.column] as number,
      })),
    })),
  };
}

function needsOf(known: PositionsKnown, blocs: readonly BlocMembers[], policy: Policy): GroupNeeds[] {
  const { snapshot, scope, propositions, parties } = known;
  const inScope = { propositions, keep: stanceFits(snapshot, scope), keepAbsence: absenceFits(snapshot, scope) };
  const tallies = blocTallies(snapshot, blocs, scope, inScope, policy);
  const own = positionsKnown(
    snapshot,
    blocs.map(({ bloc }) => bloc),
    scope,
  ).matrix;
  const days = propositions.map((proposition) => memberDay(snapshot, proposition, scope.asOf));
  const { rowOf } = selectParties(
    parties.map(({ ordinal }) => ordinal),
    snapshot.parties.list.length,
  );
  return blocs.map((members, index) => {
    const spans = Map.groupBy(spansOf(members, rowOf), ({ row }) => row);
    const isMember = (row: number, column: number) => {
      const day = days[column] as number;
      return spans.get(row)?.some(({ from, until }) => from <= day && day < until) ?? false;
    };
    const missing = days.map((_, column) =>
      policy.blocs !== 'DERIVED' && isHeld(cellAt(own, index, column))
        ? 0
        : missingAt(tallies[index] as MemberTally, column, policy.derivation.minimumCoverage),
    );
    return { isMember, missing };
  });
}

/** How many more members have to hold a position for a bloc to have one; 0 where enough do, and where it has no members. */
function missingAt(tally: MemberTally, column: number, minimumCoverage: number): number {
  const { members, spoke } = countsAt(tally, column);
  // As in derivedCell, divided rather than multiplied.
  let needed = 1;
  while (needed < members && needed / members < minimumCoverage) needed++;
  return members === 0 ? 0 : Math.max(0, needed - spoke);
}
