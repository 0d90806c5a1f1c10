import { type Bitsets, tablesByBits, visitTablesByBits } from './bitsets.ts';
import { type ContingencyTable, noValue, tabulate, tabulateRows, type Value, type VisitPair } from './contingency.ts';
import { alpha } from './measures/alpha.ts';
import { countsAbsences, type Measure, measures, valueOfTable } from './measures/measure.ts';
import { levels } from './position.ts';
import { isHeld, rowOf, type StanceMatrix } from './stance-matrix.ts';

/** From this many comparisons of two cells on, turning the matrix into bits pays. */
const worthwhile = 100_000;

/**
 * The table of a row `a` with a row `b`, `a` at most `b`: `pairTables(matrix)(a)(b)`, written over by the next. In the way that is faster for the tables of
 * all pairs of a matrix of its size. Absences are counted for certain only `withAbsences`.
 */
export function pairTables(matrix: StanceMatrix, withAbsences = false): (a: number) => (b: number) => ContingencyTable {
  const comparisons = ((matrix.rows * (matrix.rows + 1)) / 2) * matrix.columns;
  if (comparisons >= worthwhile) return tablesByBits(matrix, withAbsences);
  const rows = Array.from({ length: matrix.rows }, (_, row) => rowOf(matrix, row));
  const counts = new Uint32Array(levels * levels);
  return (a) => (b) => tabulate(rows[a] as Int8Array, rows[b] as Int8Array, counts);
}

/** Visits every pair of rows of a matrix, each with itself too: (0,0), (0,1), …, (1,1), …; absences as in `pairTables`. */
export function visitPairs(matrix: StanceMatrix, visit: VisitPair, withAbsences = false): void {
  const tables = pairTables(matrix, withAbsences);
  for (let a = 0; a < matrix.rows; a++) {
    const tableWith = tables(a);
    for (let b = a; b < matrix.rows; b++) visit(a, b, tableWith(b));
  }
}

/** Whether turning a matrix into bits pays when the tables of one row are asked for again and again. */
export const isWorthBits = ({ rows, columns }: StanceMatrix): boolean => rows * columns >= worthwhile;

/** Visits one row `a` with every row `b`, itself too: by bits of the matrix where they are given. Absences as in `visitPairs`, as the bits have them. */
export function visitTablesOf(matrix: StanceMatrix, a: number, visit: VisitPair, bits: Bitsets | null = null): void {
  if (bits !== null) {
    visitTablesByBits(bits, matrix.rows, a, visit);
    return;
  }
  for (let b = 0; b < matrix.rows; b++) visit(a, b, tabulateRows(matrix, a, b));
}

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

/** Propositions on which at least two parties hold a position. */
export function sharedPropositions(matrix: StanceMatrix): number {
  const holders = new Uint32Array(matrix.columns);
  for (let row = 0; row < matrix.rows; row++) {
    const cells = rowOf(matrix, row);
    for (let column = 0; column < matrix.columns; column++) {
      if (isHeld(cells[column] as number)) holders[column] = (holders[column] as number) + 1;
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

/** How often the two held the same position, neither the same nor on opposite sides, and on opposite sides. */
function sidesOf({ counts, levels, total }: ContingencyTable): Pick<Agreement, 'same' | 'partial' | 'opposite'> {
  const middle = (levels - 1) / 2;
  let [same, opposite] = [0, 0];
  for (let i = 0; i < levels; i++) {
    for (let j = 0; j < levels; j++) {
      if (i === j) same += counts[i * levels + j] as number;
      else if ((i - middle) * (j - middle) < 0) opposite += counts[i * levels + j] as number;
    }
  }
  return { same, partial: total - same - opposite, opposite };
}

/** The agreement of two parties from their table: what `agreementOf` gives for a matrix of their two rows. */
export function agreementOfPair(table: ContingencyTable, measure: Measure, minimumShared: number): Agreement {
  const result = pairValue(table, measure, minimumShared);
  return { result, shared: table.total, pairs: result.value === null ? 0 : 1, ...sidesOf(table) };
}

/** What a number over pairs is summed from, pair by pair in their order. */
class PairSums {
  readonly #measure: Measure;
  readonly #minimumShared: number;
  readonly #withoutValue: Value[] = [];
  #sum = 0;
  #valued = 0;
  #sharing = 0;
  same = 0;
  partial = 0;
  opposite = 0;

  constructor(measure: Measure, minimumShared: number) {
    this.#measure = measure;
    this.#minimumShared = minimumShared;
  }

  add(table: ContingencyTable): void {
    const { same, partial, opposite } = sidesOf(table);
    this.same += same;
    this.partial += partial;
    this.opposite += opposite;
    if (table.total > 0) this.#sharing++;
    if (this.#measure === 'ALPHA') return;
    const value = pairValue(table, this.#measure, this.#minimumShared);
    if (value.value === null) {
      this.#withoutValue.push(value);
      return;
    }
    this.#sum += value.value;
    this.#valued++;
  }

  /** The value over all the rows of the matrix, and how many pairs have one. */
  result(matrix: StanceMatrix, shared: number): Pick<Agreement, 'result' | 'pairs'> {
    if (matrix.rows < 2) return { result: noValue('TOO_FEW_PARTIES'), pairs: 0 };
    if (this.#measure === 'ALPHA') {
      const tooFew = shared > 0 && shared < this.#minimumShared;
      const result = tooFew ? noValue('BELOW_MINIMUM_SHARED') : alpha(matrix);
      return { result, pairs: result.value === null ? 0 : this.#sharing };
    }
    if (this.#valued === 0) return { result: commonReason(this.#withoutValue), pairs: 0 };
    return { result: { value: this.#sum / this.#valued }, pairs: this.#valued };
  }
}

/**
 * One measure over all parties: the unweighted mean over the pairs that have a value; ALPHA directly. The matrix is as the policy sees it. `pairs` are
 * its pairs where they are known already; otherwise none are kept.
 */
export function agreementOf(
  matrix: StanceMatrix,
  measure: Measure,
  minimumShared: number,
  pairs: readonly Pair[] | null = null,
): Agreement {
  const shared = sharedPropositions(matrix);
  const sums = new PairSums(measure, minimumShared);
  if (pairs !== null) for (const { table } of pairs) sums.add(table);
  else visitPairs(matrix, (a, b, table) => a !== b && sums.add(table), countsAbsences(measure));
  const { same, partial, opposite } = sums;
  return { ...sums.result(matrix, shared), shared, same, partial, opposite };
}

/** Every measure for the same evidence, in the order of `measures`. */
export function allMeasures(matrix: StanceMatrix, minimumShared: number, pairs: readonly Pair[] = pairsOf(matrix)) {
  const shared = sharedPropositions(matrix);
  return measures.map((measure) => {
    const sums = new PairSums(measure, minimumShared);
    for (const { table } of pairs) sums.add(table);
    return { measure, shared, ...sums.result(matrix, shared) };
  });
}
