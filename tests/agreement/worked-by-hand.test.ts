import { expect, test } from 'vitest';
import { agreementOf } from '#agreement/agreement.ts';
import { type Measure, measures } from '#agreement/measures/measure.ts';
import { matrixOf } from './matrices.ts';
import { expectWithin } from './same-value.ts';

// Shared: columns 1 to 4, with d = 0, 1/4, 1/2, 1. In the next two one of them says nothing; in the last one is absent.
const twoParties = matrixOf('2 2 0 -2 1 . 1', '2 1 2 2 . A A');

// First: 4, 4, 2, 0 steps from the bottom; second: 4, 3, 4, 4. Σd² = 0 + 1/16 + 4/16 + 16/16 = 21/16, mean 21/64.
// Kappa: mean of d² over all 16 combinations = (0+1+0+0 + 0+1+0+0 + 4+1+4+4 + 16+9+16+16)/16/16 = 72/256.
// Pi: pooled {0: 1, 2: 1, 3: 1, 4: 5} of 8, Σ over pairs = 2·(4+9+5·16 + 1+5·4 + 5·1)/64/16 = 238/1024.
// Alpha: the same pooled values without replacement, 238/(8·7)/16 = 238/896.
const expected: Record<Measure, number> = {
  AGREEMENT: 1 - 7 / 16,
  IDENTICAL: 1 / 4,
  COINCIDENCE: 2 / 3,
  COINCIDENCE_2017: (1 + 1 + 1 / 2 + 0) / 4,
  COINCIDENCE_2022: (1 + 1 + 1 / 2 + 0 + 1 / 2) / 5,
  S_SCORE: 1 - 7 / 8,
  WEIGHTED_KAPPA: 1 - 21 / 64 / (72 / 256),
  WEIGHTED_PI: 1 - 21 / 64 / (238 / 1024),
  ALPHA: 1 - 21 / 64 / (238 / 896),
};

test.each(measures)('%s of two parties that share four of seven propositions', (measure) => {
  const { result, ...counts } = agreementOf(twoParties, measure, 1);
  expectWithin(result.value ?? Number.NaN, expected[measure], 1e-12);
  expect(counts).toEqual({ shared: 4, pairs: 1, same: 1, partial: 2, opposite: 1 });
});
