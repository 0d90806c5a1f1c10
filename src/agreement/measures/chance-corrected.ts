import {
  type ContingencyTable,
  type Distance,
  margins,
  noValue,
  type PairKernel,
  squaredDistance,
  weightedSum,
} from '../contingency.ts';

/** D = Σ p(i)·q(j)·weight(i, j): the disagreement to expect by chance from two distributions over the levels, each summing to 1. */
export function expectedDisagreement(p: ArrayLike<number>, q: ArrayLike<number>, weight: Distance): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const share = p[i] as number;
    if (share === 0) continue; // few of the levels are used
    for (let j = 0; j < q.length; j++) sum += share * (q[j] as number) * weight(i, j);
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

/** Cohen's kappa for any disagreement weights (0 on the diagonal): chance = the product of the two margins. */
export const kappaWith = (weight: Distance) =>
  chanceCorrected(weight, (table: ContingencyTable) => {
    const { rows, columns } = margins(table);
    return expectedDisagreement(rows, columns, weight) / table.total ** 2;
  });

/**
 * WEIGHTED_KAPPA = 1 - ΣO·d² / ΣE·d², E from the two margins.
 *
 * Meaning: agreement beyond what two parties with these habits would reach by chance. Range -1 to 1; 0 = no more than chance. Null
 * when nothing is shared or when both always hold the same one position (NO_VARIATION). Trap: it forgives a difference of habits:
 * a party that always leans and one that always commits are compared from their own margins.
 *
 * Source: Cohen 1968, Psychological Bulletin 70; for foreign policy Häge 2011, Political Analysis 19.
 */
export const weightedKappa = kappaWith(squaredDistance);

/** Scott's pi for any disagreement weights (0 on the diagonal): chance = the pooled margin with itself. */
export const piWith = (weight: Distance) =>
  chanceCorrected(weight, (table: ContingencyTable) => {
    const { rows, columns } = margins(table);
    const pooled = rows.map((count, level) => (count + (columns[level] as number)) / (2 * table.total));
    return expectedDisagreement(pooled, pooled, weight);
  });

/**
 * WEIGHTED_PI = 1 - ΣO·d² / ΣE·d², E from the pooled margin.
 *
 * Meaning: like WEIGHTED_KAPPA, but chance is one habit common to both, so a difference of habits counts as disagreement. Range -1 to
 * 1; 0 = no more than chance. Null when nothing is shared or when both always hold the same one position (NO_VARIATION). Trap: low
 * when nearly all positions are alike, even if the few others agree.
 *
 * Source: Scott 1955, Public Opinion Quarterly 19; for foreign policy Häge 2011, Political Analysis 19.
 */
export const weightedPi = piWith(squaredDistance);
