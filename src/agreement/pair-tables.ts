import { type Bitsets, tablesByBits, visitTablesByBits } from './bitsets.ts';
import { type ContingencyTable, tabulate, tabulateRows, type VisitPair } from './contingency.ts';
import { levels } from './position.ts';
import { rowOf, type StanceMatrix } from './stance-matrix.ts';

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
