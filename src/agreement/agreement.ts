import { type ContingencyTable, positionDistance, weightedSum } from './contingency.ts';
import { alpha } from './measures/alpha.ts';
import { noValue, type Value } from './measures/kernel.ts';
import { countsAbsences, type Measure, measures, valueOfTable } from './measures/measure.ts';
import { visitPairs } from './pair-tables.ts';
import { isHeld, type StanceMatrix } from './stance-matrix.ts';

/** Two rows of the matrix and how often they held which positions together. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly table: ContingencyTable;
}

/** Agreement over all the parties of a matrix. Counts are over pair x proposition; `shared` counts propositions. */
export interface Agreement {
  readonly result: Value;
  /** Propositions on which at least two of the parties hold a position that counts. */
  readonly shared: number;
  /** Pairs that have a value. */
  readonly pairs: number;
  readonly same: number;
  readonly partial: number;
  readonly opposite: number;
}

/** Every pair of rows, (0,1), (0,2), …, (1,2), …, with its table, for one measure or, without it, for all. */
export function pairsOf(matrix: StanceMatrix, measure?: Measure): Pair[] {
  const pairs: Pair[] = [];
  const withAbsences = measure === undefined || countsAbsences(measure);
  visitPairs(
    matrix,
    (a, b, table) => {
      if (a !== b) pairs.push({ a, b, table: { ...table, counts: Uint32Array.from(table.counts) } });
    },
    withAbsences,
  );
  return pairs;
}

/** The value of one pair, withheld when it shares fewer propositions than `minimumShared`. */
export function pairValue(table: ContingencyTable, measure: Measure, minimumShared: number): Value {
  if (table.total > 0 && table.total < minimumShared) return noValue('BELOW_MINIMUM_SHARED');
  return valueOfTable(table, measure);
}

const oppositeSides = (i: number, j: number) => (i - 2) * (j - 2) < 0;

/** Propositions on which at least two parties hold a position. */
export function sharedPropositions(matrix: StanceMatrix): number {
  const holders = new Uint32Array(matrix.columns);
  for (let row = 0; row < matrix.rows; row++) {
    for (let column = 0; column < matrix.columns; column++) {
      const cell = matrix.cells[row * matrix.columns + column] as number;
      if (isHeld(cell)) holders[column] = (holders[column] as number) + 1;
    }
  }
  return holders.reduce((count, held) => (held >= 2 ? count + 1 : count), 0);
}

/** The most informative reason when no pair has a value: that of the pair closest to having one. */
function commonReason(values: readonly Value[]): Value {
  for (const reason of ['BELOW_MINIMUM_SHARED', 'NO_VARIATION', 'ALL_NEUTRAL'] as const) {
    if (values.some((value) => value.value === null && value.reason === reason)) return noValue(reason);
  }
  return noValue('NO_SHARED_EVIDENCE');
}

function groupValue(
  matrix: StanceMatrix,
  pairs: readonly Pair[],
  measure: Measure,
  minimumShared: number,
  shared: number,
) {
  if (matrix.rows < 2) return { result: noValue('TOO_FEW_PARTIES'), pairs: 0 };
  if (measure === 'ALPHA') {
    const tooFew = shared > 0 && shared < minimumShared;
    const result = tooFew ? noValue('BELOW_MINIMUM_SHARED') : alpha(matrix);
    return { result, pairs: result.value === null ? 0 : pairs.filter((pair) => pair.table.total > 0).length };
  }
  const values = pairs.map((pair) => pairValue(pair.table, measure, minimumShared));
  const numbers = values.flatMap(({ value }) => (value === null ? [] : [value]));
  if (numbers.length === 0) return { result: commonReason(values), pairs: 0 };
  return { result: { value: numbers.reduce((sum, value) => sum + value, 0) / numbers.length }, pairs: numbers.length };
}

/** One measure over all parties: the unweighted mean over the pairs that have a value; ALPHA directly. The matrix is as the policy sees it. */
export function agreementOf(
  matrix: StanceMatrix,
  measure: Measure,
  minimumShared: number,
  pairs: readonly Pair[] = pairsOf(matrix, measure),
): Agreement {
  const shared = sharedPropositions(matrix);
  const count = (weight: (i: number, j: number) => boolean) =>
    pairs.reduce((sum, { table }) => sum + weightedSum(table, (i, j) => Number(weight(i, j))), 0);
  const same = count((i, j) => positionDistance(i, j) === 0);
  const opposite = count(oppositeSides);
  const total = pairs.reduce((sum, { table }) => sum + table.total, 0);
  return {
    ...groupValue(matrix, pairs, measure, minimumShared, shared),
    shared,
    same,
    opposite,
    partial: total - same - opposite,
  };
}

/** Every measure for the same evidence, in the order of `measures`. */
export function allMeasures(matrix: StanceMatrix, minimumShared: number, pairs: readonly Pair[] = pairsOf(matrix)) {
  const shared = sharedPropositions(matrix);
  return measures.map((measure) => ({ measure, shared, ...groupValue(matrix, pairs, measure, minimumShared, shared) }));
}
