import { type ContingencyTable, type Distance, weightedSum } from '../contingency.ts';
import { noValue, type PairKernel } from './kernel.ts';

/** A measure that is the mean of a score over the shared propositions; each contributes score / n. */
export function meanOf(score: Distance): PairKernel {
  return {
    value: (table: ContingencyTable) =>
      table.total === 0 ? noValue('NO_SHARED_EVIDENCE') : { value: weightedSum(table, score) / table.total },
    contribution: (table) => (i, j) => score(i, j) / table.total,
  };
}
