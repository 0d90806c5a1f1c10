import { type ContingencyTable, type Distance, weightedSum } from '../contingency.ts';

/** A value, or the reason why there is none. */
export type Value = { readonly value: number } | { readonly value: null; readonly reason: NoValueReason };

/**
 * A measure of two parties. `value` returns the number for a contingency table of positions. `contribution` returns what one shared
 * proposition on which the one held level i and the other level j adds to that number, or null when the measure leaves it aside;
 * over all the propositions of the table the contributions sum to the value. A measure that counts absences is also asked about
 * `absentLevel` beside a level.
 */
export interface PairKernel {
  value(table: ContingencyTable): Value;
  contribution(table: ContingencyTable): (i: number, j: number) => number | null;
}

export const noValue = (reason: NoValueReason): Value => ({ value: null, reason });

/** A measure that is the mean of a score over the shared propositions; each contributes score / n. */
export function meanOf(score: Distance): PairKernel {
  return {
    value: (table: ContingencyTable) =>
      table.total === 0 ? noValue('NO_SHARED_EVIDENCE') : { value: weightedSum(table, score) / table.total },
    contribution: (table) => (i, j) => score(i, j) / table.total,
  };
}

/** Why there is no number. The counts beside it stay. */
export const noValueReasons = {
  TOO_FEW_PARTIES: 'The query names fewer than two parties.',
  NO_SHARED_EVIDENCE: 'No two of the parties hold a position on the same proposition in scope.',
  BELOW_MINIMUM_SHARED: 'The parties share fewer propositions than `minimumShared`.',
  NO_VARIATION: 'The chance-corrected measure is undefined because the expected disagreement is zero.',
  ALL_NEUTRAL: 'The measure ignores neutral positions, and the parties share no others.',
  ABSENCES_NOT_RECORDED:
    'The measure counts absences, and none are recorded for the propositions that the parties share.',
} as const;

export type NoValueReason = keyof typeof noValueReasons;
