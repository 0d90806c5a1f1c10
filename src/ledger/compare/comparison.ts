import { type Agreement, agreementOf, allMeasures, type Pair, pairsOf } from '#agreement/agreement.ts';
import { applyPolicy } from '#agreement/apply-policy.ts';
import { selectParties } from '#agreement/in-force.ts';
import { matrixAt, type PlacedMatrix } from '#agreement/matrix-at.ts';
import type { Policy } from '#agreement/policy.ts';
import { ABSENT, isHeld, type StanceMatrix } from '#agreement/stance-matrix.ts';
import type { Party, Snapshot } from '../snapshot/snapshot.ts';
import { propositionsInScope } from './propositions-in-scope.ts';
import type { Scope } from './scope.ts';
import { absenceFits, stanceFits } from './stance-fits.ts';
import { unanimousRollCalls } from './unanimous.ts';

/** Parties side by side: everything that can be said of them in a scope under a policy follows from this. */
export interface Comparison {
  readonly snapshot: Snapshot;
  readonly parties: readonly Party[];
  readonly scope: Scope;
  readonly policy: Policy;
  /** Ordinals of the propositions on which one of the parties holds a position or was absent: the columns of the matrices. */
  readonly propositions: readonly number[];
  readonly matrix: PlacedMatrix;
  /** The matrix as the policy sees it. */
  readonly policied: StanceMatrix;
  /** By column: 1 for a roll call left out for unanimity. */
  readonly leftOut: Uint8Array;
  readonly pairs: readonly Pair[];
}

/** Puts parties side by side. */
export function compare(snapshot: Snapshot, parties: readonly Party[], scope: Scope, policy: Policy): Comparison {
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  const selection = {
    parties: selectParties(
      parties.map(({ ordinal }) => ordinal),
      snapshot.parties.list.length,
    ),
    keep: stanceFits(snapshot, scope),
    keepAbsence: absenceFits(snapshot, scope),
  };
  const inScope = propositionsInScope(snapshot, scope);
  const all = matrixAt(snapshot.stances, snapshot.absences, { ...selection, propositions: inScope }, point);
  const propositions = inScope.filter((_, column) => isSpokenOn(all, column));
  const matrix =
    propositions.length === inScope.length
      ? all
      : matrixAt(snapshot.stances, snapshot.absences, { ...selection, propositions }, point);
  const leftOut =
    policy.unanimousRollCalls === 'EXCLUDE'
      ? unanimousRollCalls(snapshot, propositions, point)
      : new Uint8Array(propositions.length);
  const rollCall = Uint8Array.from(propositions, (ordinal) =>
    Number(snapshot.propositions.list[ordinal]?.kind === 'ROLL_CALL'),
  );
  const policied = applyPolicy(matrix, { rollCall, unanimous: leftOut }, policy);
  return { snapshot, parties, scope, policy, propositions, matrix, policied, leftOut, pairs: pairsOf(policied) };
}

function isSpokenOn(matrix: StanceMatrix, column: number): boolean {
  for (let row = 0; row < matrix.rows; row++) {
    const cell = matrix.cells[row * matrix.columns + column] as number;
    if (isHeld(cell) || cell === ABSENT) return true;
  }
  return false;
}

/** The number that the policy asks for, over all the parties. */
export const agreementIn = ({ policied, policy, pairs }: Comparison): Agreement =>
  agreementOf(policied, policy.measure, policy.minimumShared, pairs);

/** Every measure of the same evidence. */
export const measuresIn = ({ policied, policy, pairs }: Comparison) =>
  allMeasures(policied, policy.minimumShared, pairs);
