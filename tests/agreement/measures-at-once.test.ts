import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tabulate } from '#agreement/contingency.ts';
import { measures, valueOfTable } from '#agreement/measures/measure.ts';
import { measuresAtOnce } from '#agreement/measures/measures-at-once.ts';
import { percentileOf } from '#agreement/percentile.ts';
import { rowOf } from '#agreement/stance-matrix.ts';
import { matrices } from './matrices.ts';
import { expectWithin } from './same-value.ts';

test('all measures at once are what each of them is alone', () => {
  const values = new Float64Array(measures.length);
  fc.assert(
    fc.property(matrices({ minRows: 2, maxRows: 2, maxColumns: 20 }), (matrix) => {
      const table = tabulate(rowOf(matrix, 0), rowOf(matrix, 1));
      measuresAtOnce(table, values);
      for (const [index, measure] of measures.entries()) {
        const { value } = valueOfTable(table, measure);
        if (value === null) expect(values[index], measure).toBeNaN();
        else expectWithin(values[index] as number, value, 1e-12);
      }
    }),
  );
});

test.each([
  [0.5, [0.1, 0.5, 0.5, 0.9], 50],
  [0.9, [0.1, 0.5, 0.5, 0.9], 87.5],
  [0.1 + 0.2, [0.3, 0.3, 0, Number.NaN], 200 / 3],
  [1, [Number.NaN], null],
  [Number.NaN, [1], null],
])('%d among %j is at percentile %d', (value, others, expected) => {
  const percentile = percentileOf(value, Float64Array.from(others));
  if (expected === null) expect(percentile).toBeNull();
  else expectWithin(percentile as number, expected, 1e-12);
});

test('the percentiles of all values are 50 on average', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1, max: 1 }), { minLength: 1 }), (drawn) => {
      const values = Float64Array.from(drawn, (value) => Math.round(value * 10) / 10);
      const percentiles = Array.from(values, (value) => percentileOf(value, values) as number);
      expectWithin(percentiles.reduce((sum, percentile) => sum + percentile) / values.length, 50, 1e-9);
    }),
  );
});
