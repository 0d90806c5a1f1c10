import { type Bitsets, visitPairsByBits, visitTablesByBits } from './bitsets.ts';
import { tabulate, type VisitPair } from './contingency.ts';
import { rowOf, type StanceMatrix } from './stance-matrix.ts';

/** From this many comparisons of two cells on, turning the matrix into bits pays. */
const worthwhile = 100_000;

/**
 * Visits every pair of rows of a matrix, each with itself too: (0,0), (0,1), …, (1,1), … In the way that is faster for its size. Absences are
 * counted for certain only `withAbsences`.
 */
export function visitPairs(matrix: StanceMatrix, visit: VisitPair, withAbsences = false): void {
  const comparisons = ((matrix.rows * (matrix.rows + 1)) / 2) * matrix.columns;
  if (comparisons >= worthwhile) visitPairsByBits(matrix, visit, withAbsences);
  else visitPairsByCells(matrix, visit);
}

/** Whether turning a matrix into bits pays when the tables of one row are asked for again and again. */
export const isWorthBits = ({ cells }: StanceMatrix): boolean => cells.length >= worthwhile;

/** Visits one row `a` with every row `b`, itself too: by bits of the matrix where they are given. Absences as in `visitPairs`, as the bits have them. */
export function visitTablesOf(matrix: StanceMatrix, a: number, visit: VisitPair, bits: Bitsets | null = null): void {
  if (bits !== null) {
    visitTablesByBits(bits, matrix.rows, a, visit);
    return;
  }
  for (let b = 0; b < matrix.rows; b++) visit(a, b, tabulate(rowOf(matrix, a), rowOf(matrix, b)));
}

function visitPairsByCells(matrix: StanceMatrix, visit: VisitPair): void {
  for (let a = 0; a < matrix.rows; a++) {
    for (let b = a; b < matrix.rows; b++) visit(a, b, tabulate(rowOf(matrix, a), rowOf(matrix, b)));
  }
}
