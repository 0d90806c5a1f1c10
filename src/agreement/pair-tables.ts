import { type ContingencyTable, tabulate } from './contingency.ts';
import { pairTables as fastPairTables } from './fast/pair-tables.ts';
import { rowOf, type StanceMatrix } from './stance-matrix.ts';

/** From this many comparisons of two cells on, turning the matrix into bits pays. */
const worthwhile = 100_000;

/** Gives the contingency table of two rows of a matrix, in the way that is faster for its size. A table is good until the next call. */
export function pairTables(matrix: StanceMatrix): (a: number, b: number) => ContingencyTable {
  const comparisons = ((matrix.rows * (matrix.rows + 1)) / 2) * matrix.columns;
  if (comparisons >= worthwhile) return fastPairTables(matrix);
  return (a, b) => tabulate(rowOf(matrix, a), rowOf(matrix, b));
}
