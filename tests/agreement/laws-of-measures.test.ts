import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf, allMeasures } from '#agreement/agreement.ts';
import { type Measure, measures, type PairMeasure, pairMeasures } from '#agreement/measures/measure.ts';
import { isHeld } from '#agreement/stance-matrix.ts';
import { indices, matrices, pairsIn, rearranged, twoRows, withOrder } from './matrices.ts';
import { expectSameValue } from './same-value.ts';

const lowest: Record<Measure, number> = {
  AGREEMENT: 0,
  IDENTICAL: 0,
  COINCIDENCE: 0,
  COINCIDENCE_2017: 0,
  COINCIDENCE_2022: 0,
  S_SCORE: -1,
  WEIGHTED_KAPPA: -1,
  WEIGHTED_PI: -1,
  ALPHA: -1,
};

describe.each(measures)('%s', (measure) => {
  const resultOf = (matrix: Parameters<typeof agreementOf>[0]) => agreementOf(matrix, measure, 1).result;

  test('is symmetric', () => {
    fc.assert(
      fc.property(matrices({ minRows: 2, maxRows: 2 }), (matrix) => {
        expectSameValue(resultOf(rearranged(matrix, [1, 0], indices(matrix.columns))), resultOf(matrix));
      }),
    );
  });

  test('does not depend on the order of parties or propositions', () => {
    fc.assert(
      fc.property(withOrder(matrices()), ({ matrix, rows, columns }) => {
        expectSameValue(resultOf(rearranged(matrix, rows, columns)), resultOf(matrix));
      }),
    );
  });

  test(`lies between ${lowest[measure]} and 1`, () => {
    fc.assert(
      fc.property(matrices(), (matrix) => {
        const { value } = resultOf(matrix);
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(lowest[measure] - 1e-12);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test('of parties with the same positions is 1, or undefined', () => {
    fc.assert(
      fc.property(matrices({ maxRows: 1 }), fc.integer({ min: 2, max: 5 }), (one, copies) => {
        const result = resultOf(rearranged(one, Array(copies).fill(0), indices(one.columns)));
        if (result.value !== null) expectSameValue(result, { value: 1 });
      }),
    );
  });
});

test.each(Object.keys(pairMeasures) as PairMeasure[])(
  '%s of several parties is the mean over the pairs that have a value',
  (measure) => {
    fc.assert(
      fc.property(matrices({ minRows: 2 }), (matrix) => {
        const values = pairsIn(matrix).flatMap(
          ([a, b]) => agreementOf(twoRows(matrix, a, b), measure, 1).result.value ?? [],
        );
        const agreement = agreementOf(matrix, measure, 1);
        expect(agreement.pairs).toBe(values.length);
        if (values.length === 0) expect(agreement.result.value).toBeNull();
        else expectSameValue(agreement.result, { value: values.reduce((sum, value) => sum + value) / values.length });
      }),
    );
  },
);

test('AGREEMENT is (S_SCORE + 1) / 2', () => {
  fc.assert(
    fc.property(matrices({ minRows: 2 }), (matrix) => {
      const { value } = agreementOf(matrix, 'S_SCORE', 1).result;
      if (value === null) return;
      expectSameValue(agreementOf(matrix, 'AGREEMENT', 1).result, { value: (value + 1) / 2 });
    }),
  );
});

test('all measures at once are what each of them is alone', () => {
  fc.assert(
    fc.property(matrices(), fc.integer({ min: 1, max: 4 }), (matrix, minimumShared) => {
      for (const { measure, result, pairs } of allMeasures(matrix, minimumShared)) {
        expect({ result, pairs }).toEqual({
          result: agreementOf(matrix, measure, minimumShared).result,
          pairs: agreementOf(matrix, measure, minimumShared).pairs,
        });
      }
    }),
  );
});

test('on votes COINCIDENCE_2017 is AGREEMENT', () => {
  const votes = matrices({ minRows: 2 }).map((matrix) => ({
    ...matrix,
    cells: matrix.cells.map((cell) => (isHeld(cell) ? 2 * Math.sign(cell) : cell)),
  }));
  fc.assert(
    fc.property(votes, (matrix) => {
      expectSameValue(agreementOf(matrix, 'COINCIDENCE_2017', 1).result, agreementOf(matrix, 'AGREEMENT', 1).result);
    }),
  );
});

test('an absence brings COINCIDENCE_2022 nearer to one half than COINCIDENCE_2017', () => {
  fc.assert(
    fc.property(matrices({ minRows: 2, maxRows: 2 }), (matrix) => {
      const [before, after] = (['COINCIDENCE_2017', 'COINCIDENCE_2022'] as const).map(
        (measure) => agreementOf(matrix, measure, 1).result.value,
      );
      if (before === null) expect(after).toBeNull();
      else expect(Math.abs((after as number) - 1 / 2)).toBeLessThanOrEqual(Math.abs((before as number) - 1 / 2));
    }),
  );
});
