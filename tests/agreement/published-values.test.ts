import { describe, expect, test } from 'vitest';
import { agreementOf } from '#agreement/agreement.ts';
import {
  type ContingencyTable,
  type Distance,
  meanOf,
  nominalDistance,
  type PairKernel,
  type Value,
} from '#agreement/contingency.ts';
import { alphaOf, type ReliabilityData } from '#agreement/measures/alpha.ts';
import { kappaWith, piWith } from '#agreement/measures/chance-corrected.ts';
import { identical } from '#agreement/measures/means.ts';
import { ABSENT } from '#agreement/stance-matrix.ts';
import {
  type PublishedOfTwo,
  publishedCoincidences,
  publishedOfTwo,
  publishedS,
  publishedVotes,
  reliability,
} from './published-values.ts';
import { expectWithin } from './same-value.ts';

const contingency = (table: PublishedOfTwo['table']): ContingencyTable => {
  const counts = table.flat();
  return { levels: table.length, counts, total: counts.reduce((sum, count) => sum + count), absences: 0 };
};

const kernels: Record<PublishedOfTwo['coefficient'], (weight: Distance) => PairKernel> = {
  KAPPA: kappaWith,
  PI: piWith,
  IDENTICAL: () => identical,
};

const expectPublished = ({ value }: Value, expected: number, tolerance: number) =>
  expectWithin(value ?? Number.NaN, expected, tolerance);

test.each(publishedOfTwo)(
  '$name: $coefficient is $expected',
  ({ coefficient, table, weights, expected, tolerance }) => {
    const weight: Distance = weights ? (i, j) => weights[i]?.[j] ?? Number.NaN : nominalDistance;
    expectPublished(kernels[coefficient](weight).value(contingency(table)), expected, tolerance);
  },
);

test.each(publishedS)('$name: S is $expected', ({ table, expected, tolerance }) => {
  const score: Distance = (i, j) => 1 - (2 * Math.abs(i - j)) / (table.length - 1);
  expectPublished(meanOf(score).value(contingency(table)), expected, tolerance);
});

describe('the votes of the United States and Mexico in 1946 as positions', () => {
  const positions = [2, 0, -2];
  const votes = publishedVotes.table.flatMap((row, i) =>
    row.flatMap((count, j) => Array<[number, number]>(count).fill([positions[i] ?? 0, positions[j] ?? 0])),
  );
  const cells = Int8Array.from([...votes.map(([usa]) => usa), ...votes.map(([, mexico]) => mexico)]);
  const matrix = { rows: 2, columns: votes.length, cells };

  test.each(['S_SCORE', 'WEIGHTED_KAPPA', 'IDENTICAL'] as const)('have the published %s', (measure) => {
    const { result, shared } = agreementOf(matrix, measure, 1);
    expect(shared).toBe(38);
    expectPublished(result, publishedVotes.expected[measure], publishedVotes.tolerance);
  });
});

describe("Krippendorff's reliability data", () => {
  const levels = 5;
  const values = reliability.observers.flatMap((row) =>
    row.flatMap((value, unit) => (value === null ? [] : [{ value, unit }])),
  );
  const data: ReliabilityData = { levels, units: 12, counts: new Float64Array(12 * levels) };
  for (const { value, unit } of values) {
    const cell = unit * levels + value - 1;
    data.counts[cell] = (data.counts[cell] ?? 0) + 1;
  }
  /** How often a value was used on units with at least two; the only unit with one is the last. */
  const usage = (level: number) => values.filter(({ value, unit }) => value === level + 1 && unit !== 11).length;

  const metrics: Record<keyof typeof reliability.expected, Distance> = {
    nominal: nominalDistance,
    interval: (i, j) => (i - j) ** 2,
    ratio: (i, j) => ((i - j) / (i + j + 2)) ** 2,
    ordinal: (i, j) => {
      let between = -(usage(i) + usage(j)) / 2;
      for (let level = Math.min(i, j); level <= Math.max(i, j); level++) between += usage(level);
      return i === j ? 0 : between ** 2;
    },
  };

  test.each(['nominal', 'ordinal', 'interval', 'ratio'] as const)('have the published %s alpha', (metric) => {
    expectPublished(alphaOf(data, metrics[metric]), reliability.expected[metric], reliability.tolerance);
  });
});

test.each(publishedCoincidences)(
  '$measure of the United States with $country is $expected',
  ({ measure, same, opposite, partial, absent, expected }) => {
    const votes: readonly (readonly [number, number, number])[] = [
      [2, 2, same],
      [2, -2, opposite],
      [2, 0, partial],
      [2, ABSENT, absent],
    ];
    const cells = [0, 1].flatMap((party) =>
      votes.flatMap(([usa, other, count]) => Array<number>(count).fill(party === 0 ? usa : other)),
    );
    const matrix = { rows: 2, columns: cells.length / 2, cells: Int8Array.from(cells) };
    expectPublished(agreementOf(matrix, measure, 1).result, expected, 0.005 + 1e-9);
  },
);
