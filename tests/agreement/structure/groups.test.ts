import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupsOf } from '#agreement/structure/groups.ts';
import type { Square } from '#agreement/structure/square.ts';
import { at, distances, indices, squareOf } from './squares.ts';

/** The silhouette of a party by its definition. */
function plainly(square: Square, group: Int32Array, row: number): number {
  const mean = (number: number | undefined) => {
    const known = indices(square.size)
      .filter((other) => other !== row && group[other] === number)
      .map((other) => at(square, row, other))
      .filter((value) => !Number.isNaN(value));
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  const within = mean(group[row]);
  const others = [...new Set(group)].filter((number) => number !== group[row]).flatMap((number) => mean(number) ?? []);
  if (within === null || others.length === 0) return 0;
  const nearest = Math.min(...others);
  return within === nearest ? 0 : (nearest - within) / Math.max(within, nearest);
}

test('silhouettes are as their definition has them, for every number of groups', () => {
  fc.assert(
    fc.property(distances({ minSize: 1, unknown: true }), fc.integer({ min: 1, max: 9 }), (square, asked) => {
      const { count, group, silhouettes } = groupsOf(square, asked);
      expect(count).toBe(Math.min(asked, square.size));
      expect(new Set(group).size).toBe(count);
      for (const row of indices(square.size)) expect(silhouettes[row]).toBeCloseTo(plainly(square, group, row), 10);
    }),
  );
});

test('the number of groups is the one with the greatest mean silhouette', () => {
  fc.assert(
    fc.property(distances({ minSize: 1 }), (square) => {
      const { count, tried } = groupsOf(square, null);
      const best = Math.max(0, ...tried.map(({ silhouette }) => silhouette));
      if (best < 1e-9) expect(count).toBe(1);
      else expect(tried.find((one) => one.count === count)?.silhouette).toBeCloseTo(best, 9);
      for (const { count: each, silhouette } of tried) {
        const { silhouettes } = groupsOf(square, each);
        expect(silhouettes.reduce((sum, value) => sum + value, 0) / square.size).toBeCloseTo(silhouette, 12);
      }
    }),
  );
});

test('two camps of two and three: the larger one is the first', () => {
  const square = squareOf([], [0.1], [0.9, 0.8], [0.9, 0.8, 0.2], [0.9, 0.8, 0.2, 0.2]);
  const { count, group, silhouettes } = groupsOf(square, null);
  expect(count).toBe(2);
  expect(Array.from(group)).toEqual([1, 1, 0, 0, 0]);
  // (0.9 - 0.1)/0.9; (0.8 - 0.1)/0.8; (0.85 - 0.2)/0.85
  const expected = [8 / 9, 7 / 8, 13 / 17, 13 / 17, 13 / 17];
  expect(Array.from(silhouettes)).toEqual(expected.map((value) => expect.closeTo(value, 12)));
});

test('parties that nothing tells apart are one group, and nobody is none', () => {
  expect(groupsOf(squareOf([], [0], [0, 0]), null)).toMatchObject({ count: 1, group: new Int32Array(3) });
  expect(groupsOf(squareOf([], [0.5]), null).count).toBe(1);
  expect(groupsOf(squareOf(), null)).toMatchObject({ count: 0, group: new Int32Array() });
});
