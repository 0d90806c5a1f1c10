import { derivedCell, isDissent } from '#agreement/derivation.ts';
import { selectParties } from '#agreement/in-force.ts';
import { allRows, countsAt, type MemberSpan } from '#agreement/member-tally.ts';
import { applyPolicy } from '#agreement/policy.ts';
import { cellAt, isHeld, type StanceMatrix } from '#agreement/stance-matrix.ts';
import { type Party, type Proposition, rowAt } from '#snapshot/catalogue.ts';
import { everMembers, spansOf } from './bloc-members.ts';
import { memberDay } from './bloc-tallies.ts';
import { type Group, isRollCall, unanimousOf } from './cohesion.ts';
import { absenceFits, stanceFits } from './scope.ts';
import { weighedMatrix } from './weights.ts';

/** How often a member of a group stood apart from it. */
export interface Dissenter {
  readonly party: Party;
  /** Propositions on which the group has a majority and the member holds a position. */
  readonly spoke: number;
  /** Those of them on which the member is not on the side of the majority; in the order of the scope. */
  readonly dissents: readonly Proposition[];
}

/** At least two hold a position, and more than half of those are on one side. */
const majority = { rule: 'MAJORITY', minimumCoverage: 0 } as const;

/** Every member that dissented at least once, those that did so most often first; equal ones by key. */
export function dissentersOf(group: Group): Dissenter[] {
  const { snapshot, propositions, tally } = group;
  const { parties, matrix, spans, days } = membersIn(group);
  const majorities = Int8Array.from(propositions, (_, column) => derivedCell(tally, column, majority));
  const counted = parties.map((party) => ({ party, spoke: 0, dissents: [] as Proposition[] }));
  for (const { row, from, until } of spans) {
    const member = counted[row];
    if (member === undefined) continue;
    for (const [column, ordinal] of propositions.entries()) {
      const day = days[column] as number;
      const cell = cellAt(matrix, row, column);
      const side = majorities[column] as number;
      if (day < from || day >= until || !isHeld(cell) || !isHeld(side) || countsAt(tally, column).spoke < 2) continue;
      member.spoke++;
      if (isDissent(cell, side)) member.dissents.push(rowAt(snapshot.propositions, ordinal));
    }
  }
  return counted
    .filter(({ dissents }) => dissents.length > 0)
    .sort((a, b) => b.dissents.length - a.dissents.length || (a.party.key < b.party.key ? -1 : 1));
}

interface Members {
  /** By row of the matrix. */
  readonly parties: readonly Party[];
  /** As the policy sees it. */
  readonly matrix: StanceMatrix;
  readonly spans: readonly MemberSpan[];
  readonly days: Int32Array;
}

/** What each member of a group holds, and when it is one. */
function membersIn({ snapshot, of, scope, policy, propositions }: Group): Members {
  if ('comparison' in of) {
    const { parties, policied } = of.comparison;
    return { parties, matrix: policied, spans: allRows(policied), days: new Int32Array(policied.columns) };
  }
  const selected = selectParties(everMembers([of.bloc]), snapshot.parties.list.length);
  const selection = {
    parties: selected,
    propositions,
    keep: stanceFits(snapshot, scope),
    keepAbsence: absenceFits(snapshot, scope),
  };
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  const matrix = weighedMatrix(snapshot, selection, point, policy);
  const traits = {
    isRollCall: isRollCall(snapshot, propositions),
    unanimous: unanimousOf(snapshot, propositions, scope, policy),
    hasAbsences: () => true,
  };
  return {
    parties: selected.ordinals.map((ordinal) => rowAt(snapshot.parties, ordinal)),
    matrix: applyPolicy(matrix, traits, policy),
    spans: spansOf(of.bloc, selected.rowOf),
    days: Int32Array.from(propositions, (proposition) => memberDay(snapshot, proposition, scope.asOf)),
  };
}
