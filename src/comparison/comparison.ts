import { LRUCache } from 'lru-cache';
import { type Agreement, agreementOf, allMeasures, type Pair, pairsOf } from '#agreement/agreement.ts';
import {
  findInForce,
  inForceOn,
  type Keep,
  keepAll,
  NONE,
  type PartySelection,
  roomFor,
  selectParties,
} from '#agreement/in-force.ts';
import { lastConfirmed } from '#agreement/last-confirmed.ts';
import { matrixAt, type SpokenMatrix } from '#agreement/matrix-at.ts';
import { noValue } from '#agreement/measures/kernel.ts';
import { countsAbsences } from '#agreement/measures/measure.ts';
import { applyPolicy, type LeftOutReason, type Policy } from '#agreement/policy.ts';
import { selectColumns } from '#agreement/select-columns.ts';
import { isKnownAt, type Point } from '#agreement/stance-columns.ts';
import { type Selection, type StanceMatrix, WEIGHTLESS } from '#agreement/stance-matrix.ts';
import { type Catalogue, type Issue, type Party, type Proposition, rowAt } from '#snapshot/catalogue.ts';
import { bases, basisIn, confidenceIn, confidences } from '#snapshot/closed-sets.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { settledCellsIn } from '#snapshot/settled-cells-in.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { blocsToDerive, type DerivedBlocs, deriveCells, derivesBlocs, passOverRecorded } from './derived-blocs.ts';
import { propositionsInScope, type Scope, writtenScope } from './scope.ts';
import { weighs } from './weights.ts';

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

const mostBytes = 64 * 1024 * 1024;

/** Cells from which on making a comparison takes longer than remembering it. */
const worthwhile = 4_096;

/** What a comparison takes besides its cells. */
const leastBytes = 16 * 1024;

/** A cell is one byte in each of two matrices; what is made of them later (rows, pairs) is about as much again. */
const bytesOf = ({ matrix }: Comparison, key: string) => leastBytes + key.length + matrix.cells.length * 4;

const sharersOf = new WeakMap<Snapshot, number>();

/** Divides the memory for the comparisons of a snapshot among so many threads that remember some, before any is. */
export const shareRemembered = (snapshot: Snapshot, sharers: number): void => void sharersOf.set(snapshot, sharers);

/** The comparisons of a snapshot that are kept. */
export const rememberedComparisons = oncePer((snapshot: Snapshot) => {
  const maxSize = Math.ceil(mostBytes / (sharersOf.get(snapshot) ?? 1));
  return new LRUCache<string, Comparison>({ maxSize, sizeCalculation: bytesOf });
});

/** How many cells a comparison can have at most. */
const mostCells = (snapshot: Snapshot, parties: readonly Party[], { propositions }: Scope) =>
  parties.length * (propositions ?? snapshot.propositions.list).length;

/** `compare` over what was known at the scope's revision, caching the latest large comparisons of a snapshot and those that derive positions, because the same query is often repeated. */
export function rememberedComparison(
  snapshot: Snapshot,
  parties: readonly Party[],
  scope: Scope,
  policy: Policy,
): Comparison {
  const make = () => compareAsKnown(snapshotAt(snapshot, scope.asKnownAt), parties, scope, policy);
  if (mostCells(snapshot, parties, scope) < worthwhile && !derivesBlocs(parties, policy)) return make();
  const remembered = rememberedComparisons(snapshot);
  const key = JSON.stringify([parties.map((party) => party.key), writtenScope(scope), policy]);
  const before = remembered.get(key);
  if (before !== undefined) return before;
  const comparison = make();
  remembered.set(key, comparison);
  return comparison;
}

/** Shows parties and scope with the texts of the scope's revision, whatever revision they were looked up at, so that a cached comparison can be shared. */
function compareAsKnown(ledger: Snapshot, parties: readonly Party[], scope: Scope, policy: Policy): Comparison {
  const { issues, propositions } = scope;
  const shown = {
    ...scope,
    issues: issues && inWordsOf<Issue>(ledger.issues, issues),
    propositions: propositions && inWordsOf<Proposition>(ledger.propositions, propositions),
  };
  return compare(ledger, inWordsOf<Party>(ledger.parties, parties), shown, policy);
}

const inWordsOf = <Row extends Party | Issue | Proposition>(then: Catalogue<Row>, rows: readonly Row[]): Row[] =>
  rows.map(({ ordinal }) => rowAt(then, ordinal));

/** Whether the stance at a row index has the basis, confidence and dates that the scope requires. */
export function stanceFits({ stances }: Snapshot, scope: Scope): Keep {
  const { confirmedSince, asKnownAt } = scope;
  const wanted = scope.bases && new Set(scope.bases.map((basis) => bases.indexOf(basis)));
  const least = scope.minimumConfidence === undefined ? 0 : confidences.indexOf(scope.minimumConfidence);
  if (wanted === undefined && least === 0 && !isDated(scope)) return keepAll;
  return (stanceRow) =>
    (wanted?.has(basisIn(stances.traits[stanceRow] as number)) ?? true) &&
    confidenceIn(stances.traits[stanceRow] as number) >= least &&
    isTakenIn(scope, stances.heldFrom[stanceRow] as number) &&
    (confirmedSince === undefined || lastConfirmed(stances, stanceRow, asKnownAt) >= confirmedSince);
}

/** Whether the absence at a row index matches: it belongs to a vote, on a day, and nothing confirms it later. */
export function absenceFits({ absences }: Snapshot, scope: Scope): Keep {
  if (scope.bases !== undefined && !scope.bases.includes('VOTE')) return () => false;
  if (!isDated(scope)) return keepAll;
  const { confirmedSince = Number.NEGATIVE_INFINITY } = scope;
  return (stanceRow) => {
    const day = absences.day[stanceRow] as number;
    return isTakenIn(scope, day) && day >= confirmedSince;
  };
}

/** Whether the scope requires anything of the days of stances and absences. */
const isDated = ({ takenFrom, takenBefore, confirmedSince }: Scope): boolean =>
  takenFrom !== undefined || takenBefore !== undefined || confirmedSince !== undefined;

const isTakenIn = ({ takenFrom, takenBefore }: Scope, day: number) =>
  (takenFrom === undefined || day >= takenFrom) && (takenBefore === undefined || day < takenBefore);

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
