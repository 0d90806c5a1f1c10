import { type Agreement, agreementOf, allMeasures, type Pair, pairsOf } from '#agreement/agreement.ts';
import { noValue } from '#agreement/contingency.ts';
import { derivedCell } from '#agreement/derivation.ts';
import { inForceOn, NONE, type PartySelection, selectParties } from '#agreement/in-force.ts';
import { matrixAt, type SpokenMatrix } from '#agreement/matrix-at.ts';
import { countsAbsences } from '#agreement/measures/measure.ts';
import { isSpokenOn } from '#agreement/member-tally.ts';
import { applyPolicy, type LeftOutReason, type Policy } from '#agreement/policy.ts';
import { isKnownAt, type Point } from '#agreement/stance-columns.ts';
import { isHeld, type Selection, type StanceMatrix, selectColumns, WEIGHTLESS } from '#agreement/stance-matrix.ts';
import { type Party, rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { settledCellsIn } from '#snapshot/settled-cells-in.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type BlocMembers, blocMembersOf, canHaveMembers } from './bloc-members.ts';
import { blocTallies } from './bloc-tallies.ts';
import { absenceFits, propositionsInScope, type Scope, stanceFits } from './scope.ts';
import { unanimousRollCalls } from './unanimous-roll-calls.ts';
import { weighs } from './weights.ts';

/** The members of the blocs whose positions are derived, by ordinal of the bloc. */
export type DerivedBlocs = ReadonlyMap<number, BlocMembers>;

/** Whether a comparison of these parties derives positions. */
export const derivesBlocs = (parties: readonly Party[], { blocs }: Policy): boolean =>
  blocs !== 'RECORDED' && parties.some(canHaveMembers);

/** The blocs among the parties whose positions the policy derives; null when there are none. */
function blocsToDerive(
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
function passOverRecorded({ rowOf }: PartySelection, blocs: DerivedBlocs): void {
  for (const ordinal of blocs.keys()) rowOf[ordinal] = NONE;
}

/**
 * Writes what is derived into the cells of blocs without a stance of their own. Gives the columns on which anybody holds a position or was absent,
 * members included: those of `spoken` and others, ascending.
 */
function deriveCells(
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
  /** Row indexes of the stances as `matrixAt` found them, by the columns in scope; null when there are too many to keep. */
  readonly found: Pick<SpokenMatrix, 'stanceRows' | 'spoken'>;
  /** Members of the blocs whose positions are derived; null when none are. */
  readonly blocs: DerivedBlocs | null;
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
  const blocs = blocsToDerive(snapshot, parties, policy, scope.asKnownAt);
  if (blocs !== null && policy.blocs === 'DERIVED') passOverRecorded(selection.parties, blocs);
  const { stances, absences } = snapshot;
  const settled = () => settledCellsIn(snapshot);
  const { matrix: all, stanceRows, spoken: speaking } = matrixAt(stances, absences, selection, point, settled);
  const spoken = blocs === null ? speaking : deriveCells(snapshot, blocs, selection, scope, policy, all, speaking);
  const found = { stanceRows, spoken };
  const propositions = spoken.map((column) => inScope[column] as number);
  const matrix = selectColumns(all, spoken);
  const leftOut = leftOutBy(policy, snapshot, propositions, point);
  const made = { snapshot, parties, scope, policy, propositions, matrix, leftOut, selection, found, blocs };
  return { ...made, policied: policiedOf(made, policy) };
}

/** By column: 1 for a roll call that a policy leaves out for unanimity. */
const leftOutBy = (policy: Policy, snapshot: Snapshot, propositions: readonly number[], point: Point): Uint8Array =>
  policy.unanimousRollCalls === 'EXCLUDE'
    ? unanimousRollCalls(snapshot, propositions, point)
    : new Uint8Array(propositions.length);

/** The matrix as a policy sees it; unanimous roll calls are those of the comparison. */
function policiedOf(comparison: Omit<Comparison, 'policied'>, policy: Policy): StanceMatrix {
  const { snapshot, propositions, matrix, leftOut } = comparison;
  const isRollCall = (column: number) =>
    rowAt(snapshot.propositions, propositions[column] as number).kind === 'ROLL_CALL';
  const hasAbsences = (column: number) => isAbsenceRecorded(comparison, column);
  const weighed = policy.weightlessBases.length === 0 ? matrix : withoutWeightless(comparison, policy);
  return applyPolicy(weighed, { isRollCall, unanimous: leftOut, hasAbsences }, policy);
}

/** Whether an absence of any party from the proposition of a column is recorded, within the scope. */
export function isAbsenceRecorded(
  { snapshot, propositions, scope, selection }: Omit<Comparison, 'policied'>,
  column: number,
) {
  const { start, day, addedIn, retiredIn } = snapshot.absences;
  const proposition = propositions[column] as number;
  for (let row = start[proposition] as number; row < (start[proposition + 1] as number); row++) {
    const isKnown = isKnownAt(addedIn[row] as number, retiredIn[row] as number, scope.asKnownAt);
    if (isKnown && (day[row] as number) <= scope.asOf && selection.keepAbsence(row)) return true;
  }
  return false;
}

/** Why the policy leaves out the proposition of a column; null when it does not. */
export function whyLeftOut(comparison: Comparison, column: number): LeftOutReason {
  if (comparison.leftOut[column] === 1) return 'UNANIMOUS_ROLL_CALL';
  const counts = !countsAbsences(comparison.policy.measure) || isAbsenceRecorded(comparison, column);
  return counts ? null : 'ABSENCES_NOT_RECORDED';
}

/** The matrix with the positions marked whose bases a policy does not count. */
function withoutWeightless(comparison: Omit<Comparison, 'policied'>, policy: Policy): StanceMatrix {
  const { matrix, snapshot } = comparison;
  const cells = matrix.cells.slice();
  const counts = weighs(snapshot, policy);
  for (let column = 0; column < matrix.columns; column++) {
    const stanceRows = stanceRowsIn(comparison, column);
    for (let row = 0; row < matrix.rows; row++) {
      const stanceRow = stanceRows[row] as number;
      if (stanceRow !== NONE && !counts(stanceRow)) cells[row * matrix.columns + column] = WEIGHTLESS;
    }
  }
  return { ...matrix, cells };
}

/** The same comparison under another policy. */
export function byPolicy(comparison: Comparison, policy: Policy): Comparison {
  const { snapshot, propositions, scope } = comparison;
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  const leftOut =
    policy.unanimousRollCalls === comparison.policy.unanimousRollCalls
      ? comparison.leftOut
      : leftOutBy(policy, snapshot, propositions, point);
  const made = { ...comparison, policy, leftOut };
  return { ...made, policied: policiedOf(made, policy) };
}

/** The same comparison by another measure. */
export const byMeasure = (comparison: Comparison, measure: Policy['measure']): Comparison =>
  byPolicy(comparison, { ...comparison.policy, measure });

/** Row index in the columns of the stance that each party holds on the proposition of a column, by row; NONE where it holds none. */
export function stanceRowsIn(comparison: Omit<Comparison, 'policied'>, column: number): ArrayLike<number> {
  const { snapshot, propositions, scope, selection, found } = comparison;
  if (found.stanceRows !== null) {
    const byRow = new Array<number>(selection.parties.count);
    let cell = found.spoken[column] as number;
    for (let row = 0; row < byRow.length; row++, cell += selection.propositions.length)
      byRow[row] = found.stanceRows[cell] as number;
    return byRow;
  }
  const point = { day: scope.asOf, revision: scope.asKnownAt };
  return inForceOn(snapshot.stances, propositions[column] as number, selection.parties, point, selection.keep);
}

/** Every pair of the parties, with how often the two held which positions. */
export const pairsIn = oncePer(({ policied, policy }: Comparison): readonly Pair[] =>
  pairsOf(policied, policy.measure),
);

/** The value of the policy's measure over all the parties. */
export const agreementIn = oncePer((comparison: Comparison): Agreement => {
  const { policied, policy } = comparison;
  const agreement = agreementOf(policied, policy.measure, policy.minimumShared, pairsIn(comparison));
  return unlessAbsencesLack(comparison, agreement, (usual) => agreementIn(usual).shared);
});

// Once, because many pairs of one comparison may ask.
const byAgreement = oncePer((comparison: Comparison) => byMeasure(comparison, 'AGREEMENT'));

/** The agreement with the reason that no absences are recorded, where that is why nothing is shared. `sharedIn` counts what is shared by another measure. */
export function unlessAbsencesLack(
  comparison: Comparison,
  agreement: Agreement,
  sharedIn: (usual: Comparison) => number,
): Agreement {
  const { result } = agreement;
  if (!countsAbsences(comparison.policy.measure) || result.value !== null || result.reason !== 'NO_SHARED_EVIDENCE')
    return agreement;
  const shared = sharedIn(byAgreement(comparison));
  return shared === 0 ? agreement : { ...agreement, result: noValue('ABSENCES_NOT_RECORDED') };
}

/** Every measure of the same evidence, in the order of `measures`. */
export const measuresIn = oncePer((comparison: Comparison) => {
  const { minimumShared } = comparison.policy;
  const usual = countsAbsences(comparison.policy.measure) ? byMeasure(comparison, 'AGREEMENT') : comparison;
  return allMeasures(usual.policied, minimumShared, pairsIn(usual)).map((ofMeasure) => {
    if (!countsAbsences(ofMeasure.measure)) return ofMeasure;
    const { result, shared, pairs } = agreementIn(byMeasure(comparison, ofMeasure.measure));
    return { measure: ofMeasure.measure, result, shared, pairs };
  });
});
