import { pairTables } from '../agreement.ts';
import { type ContingencyTable, emptyTable } from '../contingency.ts';
import { type StanceMatrix, selectColumns } from '../stance-matrix.ts';
import { countsAbsences, type Measure, measures } from './measure.ts';
import { measuresAtOnce } from './measures-at-once.ts';

/** By measure, the values of all pairs of rows of a matrix: (0,1), (0,2), …, (1,2), …; NaN for those without one. */
export type ValuesOfPairs = Readonly<Record<Measure, Float64Array>>;

/**
 * Every measure of every pair of rows; NaN for pairs that share fewer than `minimumShared` columns. A measure that counts absences looks only at the
 * columns on which any are recorded. Each column is counted once: these columns and the others apart, and the two tables of a pair are added up.
 */
export function valuesOfPairs(
  matrix: StanceMatrix,
  hasAbsences: (column: number) => boolean,
  minimumShared: number,
): ValuesOfPairs {
  const pairs = (matrix.rows * (matrix.rows - 1)) / 2;
  const all = measures.map(() => new Float64Array(pairs).fill(Number.NaN));
  const values = new Float64Array(measures.length);
  const take = (table: ContingencyTable, pair: number, isTaken: readonly boolean[]) => {
    if (table.total < minimumShared) return;
    measuresAtOnce(table, values);
    for (let index = 0; index < all.length; index++)
      if (isTaken[index] === true) (all[index] as Float64Array)[pair] = values[index] as number;
  };
  const counting = measures.map(countsAbsences);
  const [others, each] = [counting.map((counts) => !counts), counting.map(() => true)];
  const recorded = Array.from({ length: matrix.columns }, (_, column) => hasAbsences(column));
  const withThem = tablesOver(matrix, recorded, true);
  const without = tablesOver(matrix, recorded, false);
  const sum = emptyTable();
  for (let a = 0, pair = 0; a < matrix.rows; a++) {
    const [first, second] = [withThem?.(a), without?.(a)];
    for (let b = a + 1; b < matrix.rows; b++, pair++) {
      if (first !== undefined && second !== undefined) {
        const table = first(b);
        take(table, pair, counting);
        take(sumOf(table, second(b), sum), pair, others);
      } else if (first !== undefined) take(first(b), pair, each);
      else if (second !== undefined) take(second(b), pair, others);
    }
  }
  return Object.fromEntries(measures.map((measure, index) => [measure, all[index]])) as Record<Measure, Float64Array>; // one for every measure
}

/** The tables of pairs over the columns on which absences are recorded or are not; null when there are none of them. */
function tablesOver(matrix: StanceMatrix, recorded: readonly boolean[], withAbsences: boolean) {
  const columns = [...recorded.keys()].filter((column) => recorded[column] === withAbsences);
  return columns.length === 0 ? null : pairTables(selectColumns(matrix, columns), withAbsences);
}

/** Two tables of a pair in one, whose counts are written over; without absences. */
function sumOf(one: ContingencyTable, other: ContingencyTable, sum: ContingencyTable<Uint32Array>): ContingencyTable {
  for (let cell = 0; cell < sum.counts.length; cell++)
    sum.counts[cell] = (one.counts[cell] as number) + (other.counts[cell] as number);
  return { ...sum, total: one.total + other.total };
}
