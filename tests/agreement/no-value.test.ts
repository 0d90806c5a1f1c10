import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf } from '#agreement/agreement.ts';
import type { NoValueReason } from '#agreement/contingency.ts';
import { type Measure, measures } from '#agreement/measures/measure.ts';
import { isHeld, type StanceMatrix } from '#agreement/stance-matrix.ts';
import { cellAt, indices, matrices, matrixOf } from './matrices.ts';

const chanceCorrected: readonly Measure[] = ['WEIGHTED_KAPPA', 'WEIGHTED_PI', 'ALPHA'];

/** Why two parties have no value, said without the kernels; null when they have one. */
function reasonFor(measure: Measure, matrix: StanceMatrix): NoValueReason | null {
  const both = indices(matrix.columns)
    .map((column): [number, number] => [cellAt(matrix, 0, column), cellAt(matrix, 1, column)])
    .filter((cells) => cells.every(isHeld));
  if (both.length === 0) return 'NO_SHARED_EVIDENCE';
  if (measure === 'COINCIDENCE' && both.every((cells) => cells.includes(0))) return 'ALL_NEUTRAL';
  if (chanceCorrected.includes(measure) && new Set(both.flat()).size === 1) return 'NO_VARIATION';
  return null;
}

describe.each(measures)('%s', (measure) => {
  test('of two parties is missing exactly when there is a reason, and says it', () => {
    fc.assert(
      fc.property(matrices({ minRows: 2, maxRows: 2, maxColumns: 4 }), (matrix) => {
        const { result } = agreementOf(matrix, measure, 1);
        const reason = reasonFor(measure, matrix);
        if (reason === null) expect(result.value).toEqual(expect.any(Number));
        else expect(result).toEqual({ value: null, reason });
      }),
    );
  });

  test.each([
    ['one party', matrixOf('2 1 0'), 'TOO_FEW_PARTIES'],
    [
      'three parties of which no two speak on the same thing',
      matrixOf('2 . .', 'A 2 .', '. . 2'),
      'NO_SHARED_EVIDENCE',
    ],
    ['two parties in an empty scope', { rows: 2, columns: 0, cells: new Int8Array() }, 'NO_SHARED_EVIDENCE'],
  ])('of %s is missing', (_, matrix, reason) => {
    expect(agreementOf(matrix, measure, 1).result).toEqual({ value: null, reason });
  });
});

test('of several parties without a value, the reason is that of the pair that came closest to one', () => {
  const matrix = matrixOf('2 0 .', '. 0 .', '. . 2');
  expect(agreementOf(matrix, 'COINCIDENCE', 1).result).toEqual({ value: null, reason: 'ALL_NEUTRAL' });
  expect(agreementOf(matrix, 'WEIGHTED_KAPPA', 1).result).toEqual({ value: null, reason: 'NO_VARIATION' });
  expect(agreementOf(matrix, 'AGREEMENT', 2).result).toEqual({ value: null, reason: 'BELOW_MINIMUM_SHARED' });
  // The first two share one proposition, below the minimum; the first and the last share two, both neutral.
  const short = matrixOf('2 0 0', '2 . .', '. 0 0');
  expect(agreementOf(short, 'COINCIDENCE', 2).result).toEqual({ value: null, reason: 'BELOW_MINIMUM_SHARED' });
});
