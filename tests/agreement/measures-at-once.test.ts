import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tabulate } from '#agreement/contingency.ts';
import { countsAbsences, measures, valueOfTable } from '#agreement/measures/measure.ts';
import { measuresAtOnce } from '#agreement/measures/measures-at-once.ts';
import { valuesOfPairs } from '#agreement/measures/values-of-pairs.ts';
import { percentileOf } from '#agreement/percentile.ts';
import { rowOf, selectColumns } from '#agreement/stance-matrix.ts';
import { indices, matrices, pairsIn } from './matrices.ts';
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

test('the values of all pairs are those of each, over all columns or those with absences as the measure wants', () => {
  const drawn = fc.oneof(matrices({ maxColumns: 20 }), matrices({ minRows: 45, maxRows: 45, maxColumns: 110 }));
  fc.assert(
    fc.property(drawn, fc.infiniteStream(fc.boolean()), fc.integer({ min: 1, max: 3 }), (matrix, coins, least) => {
      const has = indices(matrix.columns).map(() => coins.next().value as boolean);
      const values = valuesOfPairs(matrix, (column) => has[column] as boolean, least);
      const counting = selectColumns(
        matrix,
        indices(matrix.columns).filter((column) => has[column]),
      );
      for (const [pair, [a, b]] of pairsIn(matrix).entries()) {
        if (pair > 50) break; // every pair takes the same way
        for (const measure of measures) {
          const seen = countsAbsences(measure) ? counting : matrix;
          const table = tabulate(rowOf(seen, a), rowOf(seen, b));
          const { value } = table.total < least ? { value: null } : valueOfTable(table, measure);
          if (value === null) expect(values[measure][pair], measure).toBeNaN();
          else expectWithin(values[measure][pair] as number, value, 1e-12);
        }
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
