import { expect } from 'vitest';
import type { Value } from '#agreement/contingency.ts';

/** The same number to 1e-12, or null for the same reason. */
export function expectSameValue(actual: Value, expected: Value): void {
  if (actual.value === null || expected.value === null) expect(actual).toEqual(expected);
  else expectWithin(actual.value, expected.value, 1e-12);
}

export const expectWithin = (actual: number, expected: number, tolerance: number): void =>
  expect(Math.abs(actual - expected), `${actual} instead of ${expected}`).toBeLessThanOrEqual(tolerance);
