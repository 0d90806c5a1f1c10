import type { NoValueReason } from '#agreement/contingency.ts';
import { measures } from '#agreement/measures/measure.ts';
import { everyChoice, type PolicyValue } from '#agreement/sensitivity.ts';
import { byPolicy, type Comparison, measuresIn } from './comparison.ts';

/** The number of a comparison under one policy. */
export interface SensitivityCell extends PolicyValue {
  /** Null when there is a value. */
  readonly reason: NoValueReason | null;
}

/** The number of a comparison under every policy, in the order of `everyChoice`; what else its own policy says stays. */
export function sensitivityCells(comparison: Comparison): SensitivityCell[] {
  const choices = everyChoice.filter((_, index) => index % measures.length === 0);
  // Which roll calls are unanimous is found out once.
  const byUnanimity = {
    INCLUDE: byPolicy(comparison, { ...comparison.policy, unanimousRollCalls: 'INCLUDE' }),
    EXCLUDE: byPolicy(comparison, { ...comparison.policy, unanimousRollCalls: 'EXCLUDE' }),
  };
  return choices.flatMap(({ neutral, unanimousRollCalls }) => {
    const alike = byUnanimity[unanimousRollCalls];
    return measuresIn(byPolicy(alike, { ...alike.policy, neutral })).map(({ measure, result, shared }) => ({
      neutral,
      unanimousRollCalls,
      measure,
      value: result.value,
      reason: result.value === null ? result.reason : null,
      shared,
    }));
  });
}
