import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf, pairsOf } from '#agreement/agreement.ts';
import { measures } from '#agreement/measures/measure.ts';
import { type LevelParts, moved, partsOf } from '#agreement/series/movers.ts';
import type { StanceMatrix } from '#agreement/stance-matrix.ts';
import { indices, matrices, matrixOf } from '../matrices.ts';

type Measure = (typeof measures)[number];

/** The level of some matrices that all have a value; propositions are named by period and column, or with `claims` by column alone. */
function levelOf(periods: readonly StanceMatrix[], measure: Measure, first: number, claims: boolean): LevelParts {
  const numbers = periods.map((matrix) => agreementOf(matrix, measure, 1).result.value as number);
  return {
    level: numbers.reduce((sum, value) => sum + value, 0) / numbers.length,
    values: periods.map((matrix, period) => ({
      ...partsOf(matrix, measure, 1, pairsOf(matrix, measure)),
      propositions: indices(matrix.columns).map((column) => (claims ? column : (first + period) * 100 + column)),
    })),
  };
}

describe.each(measures)('%s', (measure) => {
  const valued = (minRows: number) =>
    fc.array(
      matrices({ minRows, maxRows: minRows + 2 }).filter(
        (matrix) => agreementOf(matrix, measure, 1).result.value !== null,
      ),
      { minLength: 1, maxLength: 4 },
    );

  test('what the propositions moved sums to the change', () => {
    fc.assert(
      fc.property(valued(2), valued(2), fc.boolean(), (old, now, claims) => {
        const before = levelOf(old, measure, 0, claims);
        const after = levelOf(now, measure, old.length, claims);
        const sum = [...moved(before, after).values()].reduce((total, part) => total + part, 0);
        expect(sum).toBeCloseTo(after.level - before.level, 9);
      }),
      { numRuns: 40 },
    );
  });

  test('claims on which nothing changed moved nothing', () => {
    fc.assert(
      fc.property(valued(2), (periods) => {
        const level = levelOf(periods, measure, 0, true);
        for (const part of moved(level, level).values()) expect(part).toBeCloseTo(0, 12);
      }),
      { numRuns: 20 },
    );
  });
});

test('worked by hand: from full agreement to opposition on one vote of two', () => {
  // Before: one period, two votes, the same on both: 1. After: two periods; the same and opposite: ½, then the same alone: 1. Mean ¾.
  const before = levelOf([matrixOf('2 2', '2 2')], 'AGREEMENT', 0, false);
  const after = levelOf([matrixOf('2 2', '2 -2'), matrixOf('2', '2')], 'AGREEMENT', 1, false);
  expect([before.level, after.level]).toEqual([1, 0.75]);
  // The opposite vote contributes 0 and has a share of ½ of its period, so that (0 - 1·½)/2 = -¼; what went as before moved nothing.
  const parts = moved(before, after);
  expect(parts.get(101)).toBe(-0.25);
  for (const [proposition, part] of parts) if (proposition !== 101) expect(part).toBeCloseTo(0, 12);
});
