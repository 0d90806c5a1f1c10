import { type ContingencyTable, type Distance, weightedSum } from '../contingency.ts';
import { noValue, type PairKernel } from './kernel.ts';

/** D = Σ p(i)·q(j)·weight(i, j): the disagreement to expect by chance from two distributions over the levels, each summing to 1. */
export function expectedDisagreement(p: ArrayLike<number>, q: ArrayLike<number>, weight: Distance): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    for (let j = 0; j < q.length; j++) sum += (p[i] as number) * (q[j] as number) * weight(i, j);
  }
  return sum;
}

/**
 * 1 - (observed disagreement)/(expected by chance); `expected` computes the disagreement expected by chance. Each shared proposition contributes
 * (1 - weight/D)/n. Null when nothing is shared, or when chance leaves nothing to disagree about (NO_VARIATION).
 */
export function chanceCorrected(weight: Distance, expected: (table: ContingencyTable) => number): PairKernel {
  return {
    value(table) {
      if (table.total === 0) return noValue('NO_SHARED_EVIDENCE');
      const byChance = expected(table);
      if (byChance === 0) return noValue('NO_VARIATION');
      return { value: 1 - weightedSum(table, weight) / table.total / byChance };
    },
    contribution(table) {
      const byChance = expected(table);
      return (i, j) => (1 - weight(i, j) / byChance) / table.total;
    },
  };
}
