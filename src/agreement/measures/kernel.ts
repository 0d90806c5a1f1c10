import type { ContingencyTable } from '../contingency.ts';
import type { NoValueReason } from '../no-value-reason.ts';

/** A value, or the reason why there is none. */
export type Value = { readonly value: number } | { readonly value: null; readonly reason: NoValueReason };

/**
 * A measure of two parties. `value` returns the number for a contingency table of positions. `contribution` returns what one shared
 * proposition on which the one held level i and the other level j adds to that number, or null when the measure leaves it aside;
 * over all the propositions of the table the contributions sum to the value.
 */
export interface PairKernel {
  value(table: ContingencyTable): Value;
  contribution(table: ContingencyTable): (i: number, j: number) => number | null;
}

export const noValue = (reason: NoValueReason): Value => ({ value: null, reason });
