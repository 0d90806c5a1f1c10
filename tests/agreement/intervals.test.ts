import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf, pairsOf } from '#agreement/agreement.ts';
import {
  type ContingencyTable,
  type Distance,
  isOneAbsent,
  nominalDistance,
  positionDistance,
  tabulate,
} from '#agreement/contingency.ts';
import { intervalOf, pairInterval } from '#agreement/intervals/interval.ts';
import {
  alphaLeftOut,
  jackknifeError,
  type LeftOut,
  meanLeftOut,
  pairLeftOut,
} from '#agreement/intervals/jackknife.ts';
import { kappaError } from '#agreement/intervals/kappa-error.ts';
import { normalQuantile, studentQuantile } from '#agreement/intervals/quantiles.ts';
import { kappaWith } from '#agreement/measures/chance-corrected.ts';
import { countsAbsences, lowestValue, type Measure, measures } from '#agreement/measures/measure.ts';
import { isHeld, rowOf, type StanceMatrix } from '#agreement/stance-matrix.ts';
import { cellAt, indices, matrices, matrixOf, pairsIn, rearranged, twoRows } from './matrices.ts';
import { expectWithin } from './same-value.ts';

/** As tables of the distributions print them. */
test.each([
  [0.95, 4, 2.776445],
  [0.99, 4, 4.604095],
  [0.95, 9, 2.262157],
  [0.999, 8, 5.041305],
  [0.95, 30, 2.042272],
  [0.9, 100, 1.660234],
  [0.95, 1000, 1.962339],
])("Student's t for %d with %i degrees of freedom is %d", (level, freedom, expected) => {
  expectWithin(studentQuantile(level, freedom), expected, 3e-6);
});

test.each([
  [0.975, 1.959963984540054],
  [0.995, 2.5758293035489004],
  [0.5, 0],
  [1e-10, -6.361340902404056],
])('the normal quantile of %d is %d', (p, expected) => {
  expectWithin(normalQuantile(p), expected, 1e-12);
});

// R vcd 1.4, Kappa(SexualFun) and confint of it, as printed in the vignette of vcdExtra. How much fun husbands (rows) and wives have, four levels (Agresti 1990).
describe('the standard error of kappa', () => {
  // Output of vcd 1.4-11 for the 200 subjects of Fleiss, Cohen & Everitt 1969. psych names the same source and gives another error for each order of the raters.
  test('of quadratic weights is that of vcd, whoever of the two stands first', () => {
    const subjects = [88, 10, 2, 14, 40, 6, 18, 10, 12];
    const quadratic: Distance = (i, j) => ((i - j) / 2) ** 2;
    for (const counts of [
      subjects,
      subjects.map((_, cell) => subjects[(cell % 3) * 3 + Math.floor(cell / 3)] as number),
    ])
      expectWithin(
        kappaError({ levels: 3, counts, total: 200, absences: 0 }, quadratic) ?? Number.NaN,
        0.06645368,
        5e-9,
      );
  });

  const counts = [7, 7, 2, 3, 2, 8, 3, 7, 1, 5, 4, 9, 2, 8, 9, 14];
  const table: ContingencyTable = { levels: 4, counts, total: 91, absences: 0 };
  const linear: Distance = (i, j) => Math.abs(i - j) / 3;

  test.each([
    ['unweighted', nominalDistance, 0.1293, 0.0686, -0.005120399, 0.2637809],
    ['with equal spacing', linear, 0.2374, 0.07832, 0.083883432, 0.3908778],
  ])('of %s kappa is as published', (_name, weight, kappa, error, low, high) => {
    const value = kappaWith(weight).value(table).value ?? Number.NaN;
    expectWithin(value, kappa, 5e-5);
    expectWithin(kappaError(table, weight), error, 5e-6);
    expectWithin(value - normalQuantile(0.975) * kappaError(table, weight), low, 5e-8);
    expectWithin(value + normalQuantile(0.975) * kappaError(table, weight), high, 5e-8);
  });
});

const two = matrices({ minRows: 2, maxRows: 2, maxColumns: 12 });

test('the jackknife of a mean is its classical standard error', () => {
  fc.assert(
    fc.property(two, (matrix) => {
      const [a, b] = [rowOf(matrix, 0), rowOf(matrix, 1)];
      const scores = indices(matrix.columns).flatMap((column) => {
        const [x, y] = [a[column] as number, b[column] as number];
        return isHeld(x) && isHeld(y) ? [1 - positionDistance(x, y)] : [];
      });
      if (scores.length < 2) return;
      const mean = scores.reduce((sum, score) => sum + score) / scores.length;
      const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1);
      const leftOut = pairLeftOut(tabulate(a, b), 'AGREEMENT') ?? [];
      expectWithin(jackknifeError(leftOut), Math.sqrt(variance / scores.length), 1e-12);
    }),
  );
});

/** Whether two cells are evidence for a measure. */
const isEvidence = (measure: Measure, x: number, y: number) =>
  (isHeld(x) && isHeld(y)) || (countsAbsences(measure) && isOneAbsent(x, y));

/** Each value without one proposition that is evidence for it, by computing all of it again; null when there is none without one of them. */
function plainLeftOut(matrix: StanceMatrix, measure: Measure) {
  const valued = pairsIn(matrix).filter(
    ([a, b]) => agreementOf(twoRows(matrix, a, b), measure, 1).result.value !== null,
  );
  const pairs = measure === 'ALPHA' ? pairsIn(matrix) : valued;
  const counted = indices(matrix.columns).filter((column) =>
    pairs.some(([a, b]) => isEvidence(measure, cellAt(matrix, a, column), cellAt(matrix, b, column))),
  );
  const values = counted.map((left) => {
    const others = indices(matrix.columns).filter((column) => column !== left);
    return agreementOf(rearranged(matrix, indices(matrix.rows), others), measure, 1).result.value;
  });
  return values.includes(null) ? null : (values as number[]);
}

const flat = (leftOut: readonly LeftOut[] | null) =>
  leftOut?.flatMap(({ value, times }) => Array<number>(times).fill(value)).sort((a, b) => a - b) ?? null;

function expectSameNumbers(actual: number[] | null, expected: number[] | null) {
  expect(actual?.length).toBe(expected?.length);
  const sorted = expected?.toSorted((a, b) => a - b);
  for (const [index, value] of (actual ?? []).entries()) expectWithin(value, sorted?.[index] as number, 1e-12);
}

test.each(measures)('%s without one proposition is what it is without it, computed again', (measure) => {
  fc.assert(
    fc.property(two, (matrix) => {
      const [pair] = pairsOf(matrix);
      if (pair === undefined || agreementOf(matrix, measure, 1).result.value === null) return;
      expectSameNumbers(flat(pairLeftOut(pair.table, measure)), plainLeftOut(matrix, measure));
    }),
  );
  fc.assert(
    fc.property(matrices({ minRows: 3, maxColumns: 7 }), (matrix) => {
      if (agreementOf(matrix, measure, 1).result.value === null) return;
      const leftOut = measure === 'ALPHA' ? alphaLeftOut(matrix) : meanLeftOut(matrix, pairsOf(matrix), measure, 1);
      expectSameNumbers(flat(leftOut), plainLeftOut(matrix, measure));
    }),
  );
});

describe.each(measures)('the interval of %s', (measure) => {
  const of = (matrix: StanceMatrix, level = 0.95) =>
    intervalOf(matrix, pairsOf(matrix), agreementOf(matrix, measure, 1).result, measure, 1, level);

  test('surrounds the value, within the range of the measure, and grows with the level', () => {
    fc.assert(
      fc.property(matrices({ minRows: 2, maxColumns: 12 }), (matrix) => {
        const { value } = agreementOf(matrix, measure, 1).result;
        const [narrow, wide] = [of(matrix, 0.8), of(matrix, 0.99)];
        expect(narrow.low === null).toBe(wide.low === null);
        if (narrow.low === null || wide.low === null || value === null) return;
        expect(narrow.low).toBeLessThanOrEqual(value);
        expect(narrow.high).toBeGreaterThanOrEqual(value - 1e-12);
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
        expect(wide.low).toBeGreaterThanOrEqual(lowestValue[measure] ?? Number.NEGATIVE_INFINITY);
        expect(wide.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('is missing below five propositions, with the reason', () => {
    const reasonOf = (matrix: StanceMatrix) => {
      const interval = of(matrix);
      return interval.low === null ? interval.reason : null;
    };
    expect(reasonOf(matrixOf('2 2 -2 -2', '2 -2 -2 2'))).toBe('FEW_SHARED');
    expect(reasonOf(matrixOf('2 2 -2 -2 2 2', '2 -2 -2 2 2 -2'))).toBeNull();
    expect(reasonOf(matrixOf('. . .', '2 2 2'))).toBe('NO_VALUE');
    expect(reasonOf(matrixOf('2 -2 2 -2 2 -2', '2 -2 2 -2 2 -2'))).toBe('NO_SPREAD');
  });
});

test('kappa rests on the large-sample error for two parties and on the jackknife for more, and the two are close', () => {
  // 200 propositions on which two parties differ as in Fleiss, Cohen & Everitt 1969.
  const counts = [106, 10, 4, 22, 28, 10, 2, 12, 6];
  const positions = [2, 0, -2];
  const cells = counts.flatMap((count, index) =>
    Array<[number, number]>(count).fill([positions[Math.floor(index / 3)] ?? 0, positions[index % 3] ?? 0]),
  );
  const rows = [cells.map(([a]) => a), cells.map(([, b]) => b)];
  const matrix = { rows: 2, columns: 200, cells: Int8Array.from(rows.flat()) };
  const [pair] = pairsOf(matrix);
  const table = pair?.table as ContingencyTable;
  expect(pairInterval(table, 'WEIGHTED_KAPPA', 1, 0.95)).toMatchObject({ method: 'LARGE_SAMPLE' });
  const three = { rows: 3, columns: 200, cells: Int8Array.from([...rows.flat(), ...(rows[0] as number[])]) };
  expect(intervalOf(three, pairsOf(three), { value: 0.5 }, 'WEIGHTED_KAPPA', 1, 0.95)).toMatchObject({
    method: 'JACKKNIFE',
  });
  const jackknife = jackknifeError(pairLeftOut(table, 'WEIGHTED_KAPPA') ?? []);
  expectWithin(jackknife / kappaError(table, (i, j) => ((i - j) / 4) ** 2), 1, 0.03);
});
