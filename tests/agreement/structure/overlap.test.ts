import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjustedRand, jaccard } from '#agreement/structure/overlap.ts';
import { indices } from './squares.ts';

const overlapOf = (inFirst: readonly boolean[], inSecond: readonly boolean[]) => {
  const count = (first: boolean, second: boolean) =>
    inFirst.filter((is, row) => is === first && inSecond[row] === second).length;
  return {
    both: count(true, true),
    first: count(true, false),
    second: count(false, true),
    neither: count(false, false),
  };
};

const divisions = fc
  .integer({ min: 2, max: 7 })
  .chain((size) => fc.tuple(...[0, 1].map(() => fc.array(fc.boolean(), { minLength: size, maxLength: size }))));

test('a bloc of three in a group of four among ten, by hand', () => {
  const overlap = { both: 3, first: 0, second: 1, neither: 6 };
  expect(jaccard(overlap)).toBe(3 / 4);
  // Pairs together in both 3 + 15 = 18, in the bloc or not 3 + 21 = 24, in the group or not 6 + 15 = 21, of 45: (18 - 11.2) / (22.5 - 11.2).
  expect(adjustedRand(overlap)).toBeCloseTo(6.8 / 11.3, 12);
});

test('the adjusted Rand index is 1 for the same division, the same the other way round, and 0 on average over all divisions of those sizes', () => {
  fc.assert(
    fc.property(divisions, ([one = [], other = []]) => {
      const value = adjustedRand(overlapOf(one, other));
      expect(adjustedRand(overlapOf(other, one))).toBe(value);
      expect(adjustedRand(overlapOf(one, one)) ?? 1).toBe(1);
      if (value === null) return;
      const size = other.filter(Boolean).length;
      const alike = indices(2 ** one.length)
        .map((bits) => indices(one.length).map((row) => (bits & (1 << row)) !== 0))
        .filter((division) => division.filter(Boolean).length === size);
      const sum = alike.reduce((total, division) => total + (adjustedRand(overlapOf(one, division)) ?? 0), 0);
      expect(sum / alike.length).toBeCloseTo(0, 9);
    }),
  );
});

test('where chance leaves nothing to find there is no index', () => {
  expect(adjustedRand({ both: 5, first: 0, second: 0, neither: 0 })).toBeNull();
  expect(adjustedRand({ both: 0, first: 0, second: 0, neither: 1 })).toBeNull();
  expect(jaccard({ both: 0, first: 0, second: 0, neither: 4 })).toBe(0);
});
