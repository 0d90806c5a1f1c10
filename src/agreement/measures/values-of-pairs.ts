import type { ContingencyTable } from '../contingency.ts';
import { visitPairs } from '../pair-tables.ts';
import { levels } from '../position.ts';
import { selectColumns } from '../select-columns.ts';
import type { StanceMatrix } from '../stance-matrix.ts';
import { countsAbsences, type Measure, measures } from './measure.ts';
import { measuresAtOnce } from './measures-at-once.ts';

/** By measure, the values of all pairs of rows of a matrix: (0,1), (0,2), …, (1,2), …; NaN for those without one. */
export type ValuesOfPairs = Readonly<Record<Measure, Float64Array>>;

/**
 * Every measure of every pair of rows; NaN for pairs that share fewer than `minimumShared` columns. A measure that counts absences looks only at the
 * columns on which any are recorded. Each column is counted once: these columns first, then the others, and the two tables of a pair are added up.
 */
export function valuesOfPairs(
  matrix: StanceMatrix,
  hasAbsences: (column: number) => boolean,
  minimumShared: number,
): ValuesOfPairs {
  const pairs = (matrix.rows * (matrix.rows - 1)) / 2;
  const all = measures.map(() => new Float64Array(pairs).fill(Number.NaN));
  const values = new Float64Array(measures.length);
  const take = (table: ContingencyTable, pair: number, isTaken: (measure: Measure) => boolean) => {
    if (table.total < minimumShared) return;
    measuresAtOnce(table, values);
    for (const [index, measure] of measures.entries())
      if (isTaken(measure)) (all[index] as Float64Array)[pair] = values[index] as number;
  };
  const columns = Array.from({ length: matrix.columns }, (_, column) => column);
  const counting = columns.filter(hasAbsences);
  const others = columns.filter((column) => !hasAbsences(column));
  const sums = others.length === 0 || counting.length === 0 ? null : new Sums(pairs);
  if (counting.length > 0) {
    visitEach(selectColumns(matrix, counting), true, (pair, table) => {
      take(table, pair, (measure) => countsAbsences(measure) || sums === null);
      sums?.add(pair, table);
    });
  }
  if (others.length > 0) {
    visitEach(selectColumns(matrix, others), false, (pair, table) =>
      take(sums === null ? table : sums.add(pair, table), pair, (measure) => !countsAbsences(measure)),
    );
  }
  return Object.fromEntries(measures.map((measure, index) => [measure, all[index]])) as Record<Measure, Float64Array>; // one for every measure
}

/** The tables of all pairs, over some columns and then others. */
class Sums {
  readonly #counts: Uint32Array;

  constructor(pairs: number) {
    this.#counts = new Uint32Array(pairs * levels * levels);
  }

  /** Adds to the table of a pair, and gives what it is now; without absences. */
  add(pair: number, { counts: added }: ContingencyTable): ContingencyTable {
    const counts = this.#counts.subarray(pair * levels * levels, (pair + 1) * levels * levels);
    let total = 0;
    for (let cell = 0; cell < counts.length; cell++) {
      counts[cell] = (counts[cell] as number) + (added[cell] as number);
      total += counts[cell] as number;
    }
    return { levels, counts, total, absences: 0 };
  }
}

function visitEach(
  matrix: StanceMatrix,
  withAbsences: boolean,
  visit: (pair: number, table: ContingencyTable) => void,
): void {
  let pair = 0;
  visitPairs(
    matrix,
    (a, b, table) => {
      if (a !== b) visit(pair++, table);
    },
    withAbsences,
  );
}
