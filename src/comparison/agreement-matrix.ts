import { pairValue } from '#agreement/agreement.ts';
import type { VisitPair } from '#agreement/contingency.ts';
import { alpha } from '#agreement/measures/alpha.ts';
import { countsAbsences } from '#agreement/measures/measure.ts';
import { visitPairs } from '#agreement/pair-tables.ts';
import { rowOf, type StanceMatrix } from '#agreement/stance-matrix.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Comparison } from './comparison.ts';

/** Every party with every party, in the order of the comparison's parties. Symmetric; on the diagonal a party with itself. */
export interface AgreementMatrix {
  readonly comparison: Comparison;
  readonly values: readonly (readonly (number | null)[])[];
  readonly shared: readonly (readonly number[])[];
}

/** Two rows of a matrix as a matrix of their own. */
const twoRows = (matrix: StanceMatrix, a: number, b: number): StanceMatrix => {
  const cells = new Int8Array(2 * matrix.columns);
  cells.set(rowOf(matrix, a));
  cells.set(rowOf(matrix, b), matrix.columns);
  return { rows: 2, columns: matrix.columns, cells };
};

/** The values of all pairs under the comparison's policy; null where a pair has none. */
export const agreementMatrix = oncePer((comparison: Comparison): AgreementMatrix => {
  const { policied, policy } = comparison;
  const values = Array.from({ length: policied.rows }, () => new Array<number | null>(policied.rows).fill(null));
  const shared = Array.from({ length: policied.rows }, () => new Array<number>(policied.rows).fill(0));
  const visit: VisitPair = (a, b, table) => {
    const enough = table.total >= policy.minimumShared;
    const { value } =
      policy.measure !== 'ALPHA'
        ? pairValue(table, policy.measure, policy.minimumShared)
        : enough
          ? alpha(twoRows(policied, a, b))
          : { value: null };
    set(values, a, b, value);
    set(shared, a, b, table.total);
  };
  visitPairs(policied, visit, countsAbsences(policy.measure));
  return { comparison, values, shared };
});

function set<Value>(square: Value[][], a: number, b: number, value: Value): void {
  (square[a] as Value[])[b] = value;
  (square[b] as Value[])[a] = value;
}
