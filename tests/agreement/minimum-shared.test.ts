import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf } from '#agreement/agreement.ts';
import { measures, type PairMeasure, pairMeasures } from '#agreement/measures/measure.ts';
import { matrices, matrixOf, pairsIn, twoRows } from './matrices.ts';
import { expectSameValue } from './same-value.ts';

const minimum = fc.integer({ min: 1, max: 9 });

describe.each(measures)('a minimum of shared propositions for %s', (measure) => {
  test('leaves the counts as they are', () => {
    fc.assert(
      fc.property(matrices(), minimum, (matrix, minimumShared) => {
        const { shared, same, partial, opposite } = agreementOf(matrix, measure, 1);
        expect(agreementOf(matrix, measure, minimumShared)).toMatchObject({ shared, same, partial, opposite });
      }),
    );
  });

  test('withholds the value of two parties that share fewer, and changes no other', () => {
    fc.assert(
      fc.property(matrices({ minRows: 2, maxRows: 2 }), minimum, (matrix, minimumShared) => {
        const { result, shared } = agreementOf(matrix, measure, 1);
        const withheld = shared > 0 && shared < minimumShared;
        expect(agreementOf(matrix, measure, minimumShared).result).toEqual(
          withheld ? { value: null, reason: 'BELOW_MINIMUM_SHARED' } : result,
        );
      }),
    );
  });
});

test.each(Object.keys(pairMeasures) as PairMeasure[])(
  'pairs that share fewer do not count in the mean of %s over several parties',
  (measure) => {
    fc.assert(
      fc.property(matrices({ minRows: 3 }), minimum, (matrix, minimumShared) => {
        const values = pairsIn(matrix)
          .map(([a, b]) => agreementOf(twoRows(matrix, a, b), measure, 1))
          .flatMap(({ shared, result }) => (shared < minimumShared ? [] : (result.value ?? [])));
        const agreement = agreementOf(matrix, measure, minimumShared);
        expect(agreement.pairs).toBe(values.length);
        if (values.length === 0) expect(agreement.result.value).toBeNull();
        else expectSameValue(agreement.result, { value: values.reduce((sum, value) => sum + value) / values.length });
      }),
    );
  },
);

test('ALPHA asks it of all parties together', () => {
  const chain = matrixOf('2 . -2', '2 2 .', '. -2 -2');
  expect(agreementOf(chain, 'ALPHA', 3).result.value).toEqual(expect.any(Number));
  expect(agreementOf(chain, 'ALPHA', 4).result).toEqual({ value: null, reason: 'BELOW_MINIMUM_SHARED' });
});
