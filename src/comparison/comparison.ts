import { type Agreement, agreementOf, allMeasures, type Pair, pairsOf } from '#agreement/agreement.ts';
import { applyPolicy } from '#agreement/apply-policy.ts';
import { inForceOn, selectParties } from '#agreement/in-force.ts';
import { matrixAt, type Selection, type SpokenMatrix, selectColumns } from '#agreement/matrix-at.ts';
import type { Policy } from '#agreement/policy.ts';
import type { StanceMatrix } from '#agreement/stance-matrix.ts';
import { type Party, rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { propositionsInScope } from './propositions-in-scope.ts';
import type { Scope } from './scope.ts';
import { absenceFits, stanceFits } from './stance-fits.ts';
import { unanimousRollCalls } from './unanimous.ts';

/** A comparison of parties within a scope and under a policy; every result is derived from it. */
export interface Comparison {
  /** As known at the scope's revision. */
  readonly snapshot: Snapshot;
  readonly parties: readonly Party[];
  readonly scope: Scope;
  readonly policy: Policy;
  /** Ordinals of the propositions on which one of the parties holds a position or was absent: the columns of the matrices. */
  readonly propositions: readonly number[];
  readonly matrix: StanceMatrix;
  /** The matrix as the policy sees it. */
  readonly policied: StanceMatrix;
  /** By column: 1 for a roll call left out for unanimity. */
  readonly leftOut: Uint8Array;
  /** What the matrices were made from. */
  readonly selection: Selection;
  /** Places of the stances as `matrixAt` found them, by the columns in scope; null when there are too many to keep. */
  readonly found: Pick<SpokenMatrix, 'places' | 'spoken'>;
}

/** Puts parties side by side. The snapshot is as known at the scope's revision (`snapshotAt`). */
export function compare(snapshot: Snapshot, parties: readonly Party[], scope: Scope, policy: Policy): Comparison {
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  const ordinals = parties.map(({ ordinal }) => ordinal);
  const inScope = propositionsInScope(snapshot, scope);
  const selection = {
    parties: selectParties(ordinals, snapshot.parties.list.length),
    propositions: inScope,
    keep: stanceFits(snapshot, scope),
    keepAbsence: absenceFits(snapshot, scope),
  };
  const { matrix: all, ...found } = matrixAt(snapshot.stances, snapshot.absences, selection, point);
  const { spoken } = found;
  const propositions = spoken.map((column) => inScope[column] as number);
  const matrix = selectColumns(all, spoken);
  const excluded = policy.unanimousRollCalls === 'EXCLUDE';
  const leftOut = excluded ? unanimousRollCalls(snapshot, propositions, point) : new Uint8Array(propositions.length);
  const isRollCall = (column: number) =>
    rowAt(snapshot.propositions, propositions[column] as number).kind === 'ROLL_CALL';
  const policied = applyPolicy(matrix, { isRollCall, unanimous: leftOut }, policy);
  return { snapshot, parties, scope, policy, propositions, matrix, policied, leftOut, selection, found };
}

/** Place in the columns of the stance that each party holds on the proposition of a column, by row; NONE where it holds none. */
export function placesIn(comparison: Comparison, column: number): ArrayLike<number> {
  const { snapshot, propositions, scope, selection, found } = comparison;
  if (found.places !== null) {
    const byRow: number[] = [];
    let cell = found.spoken[column] as number;
    for (let row = 0; row < selection.parties.count; row++, cell += selection.propositions.length)
      byRow.push(found.places[cell] as number);
    return byRow;
  }
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  return inForceOn(snapshot.stances, propositions[column] as number, selection.parties, point, selection.keep);
}

/** Every pair of the parties, with how often the two held which positions. */
export const pairsIn = oncePer(({ policied }: Comparison): readonly Pair[] => pairsOf(policied));

/** The value of the policy's measure over all the parties. */
export const agreementIn = oncePer(
  (comparison: Comparison): Agreement =>
    agreementOf(comparison.policied, comparison.policy.measure, comparison.policy.minimumShared, pairsIn(comparison)),
);

/** Every measure of the same evidence. */
export const measuresIn = oncePer((comparison: Comparison) =>
  allMeasures(comparison.policied, comparison.policy.minimumShared, pairsIn(comparison)),
);
