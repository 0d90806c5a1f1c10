import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { averageLinkage, cutInto } from '#agreement/structure/average-linkage.ts';
import { type Square, subsquare } from '#agreement/structure/square.ts';
import { at, distances, indices, squareOf } from './squares.ts';

test('five parties joined by hand', () => {
  // d(1,2) = 2 first; then 4 and 5 at 3; then 3 to 4 and 5 at (5 + 7)/2 = 6; then all at (6+9+10+8+11+10)/6 = 9.
  const square = squareOf([], [2], [6, 8], [9, 11, 5], [10, 10, 7, 3]);
  expect(averageLinkage(square)).toEqual([
    { first: 0, second: 1, height: 2 },
    { first: 3, second: 4, height: 3 },
    { first: 2, second: 3, height: 6 },
    { first: 0, second: 2, height: 9 },
  ]);
});

test('a pair that is not known counts neither as near nor as far', () => {
  const square = squareOf([], [1], [4, null]);
  expect(averageLinkage(square)).toEqual([
    { first: 0, second: 1, height: 1 },
    { first: 0, second: 2, height: 4 },
  ]);
  expect(averageLinkage(squareOf([], [null]))).toEqual([{ first: 0, second: 1, height: Number.NaN }]);
});

test('of equally near pairs the first is joined', () => {
  expect(averageLinkage(squareOf([], [1], [1, 1], [1, 1, 1]))).toEqual([
    { first: 0, second: 1, height: 1 },
    { first: 0, second: 2, height: 1 },
    { first: 0, second: 3, height: 1 },
  ]);
});

/** The same by its definition: the mean over all known pairs of two groups, looked at anew for every merge. */
function plainly(square: Square) {
  let groups = indices(square.size).map((row) => [row]);
  const merges: { rows: number[]; height: number }[] = [];
  while (groups.length > 1) {
    let best: { a: number[]; b: number[]; height: number } | null = null;
    for (const [index, a] of groups.entries()) {
      for (const b of groups.slice(index + 1)) {
        const known = a.flatMap((x) => b.map((y) => at(square, x, y))).filter((value) => !Number.isNaN(value));
        const height = known.length === 0 ? Infinity : known.reduce((sum, value) => sum + value, 0) / known.length;
        if (best === null || height < best.height) best = { a, b, height };
      }
    }
    const { a, b, height } = best as NonNullable<typeof best>; // two groups at least
    const rows = [...a, ...b].sort((x, y) => x - y);
    merges.push({ rows, height });
    groups = [...groups.filter((group) => group !== a && group !== b), rows].sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
  }
  return merges;
}

test('groups are joined as the definition has it, whatever is not known', () => {
  fc.assert(
    fc.property(distances({ unknown: true }), (square) => {
      const members = indices(square.size).map((row) => [row]);
      const joined = averageLinkage(square).map(({ first, second, height }) => {
        const rows = [...(members[first] as number[]), ...(members[second] as number[])].sort((x, y) => x - y);
        members[first] = rows;
        return { rows, height };
      });
      const expected = plainly(square);
      expect(joined.map(({ rows }) => rows)).toEqual(expected.map(({ rows }) => rows));
      for (const [index, { height }] of joined.entries()) {
        const other = expected[index]?.height as number;
        if (other === Infinity) expect(height).toBeNaN();
        else expect(height).toBeCloseTo(other, 12);
      }
    }),
  );
});

const primes = indices(400).filter((n) => n > 1 && indices(n).every((d) => d < 2 || n % d !== 0));

/** Roots of different primes: no two means of them are alike, so that no tie is left to the order. */
const withoutTies = fc.integer({ min: 2, max: 7 }).chain((size) =>
  fc
    .uniqueArray(fc.constantFrom(...primes), {
      minLength: (size * (size - 1)) / 2,
      maxLength: (size * (size - 1)) / 2,
    })
    .map((chosen) =>
      squareOf(
        ...indices(size).map((row) => indices(row).map((b) => Math.sqrt(chosen[(row * (row - 1)) / 2 + b] as number))),
      ),
    ),
);

test('the order of the parties does not matter', () => {
  const withOrder = withoutTies.chain((square) =>
    fc.tuple(fc.constant(square), fc.shuffledSubarray(indices(square.size), { minLength: square.size })),
  );
  fc.assert(
    fc.property(withOrder, fc.integer({ min: 1, max: 4 }), ([square, order], count) => {
      const groups = cutInto(averageLinkage(square), square.size, count);
      const turned = subsquare(square, order);
      const other = cutInto(averageLinkage(turned), square.size, count);
      for (const [i, a] of order.entries())
        for (const [j, b] of order.entries()) expect(other[i] === other[j]).toBe(groups[a] === groups[b]);
    }),
  );
});

test('a cut has as many groups as were asked for, each named by its first row', () => {
  const merges = averageLinkage(squareOf([], [2], [6, 8], [9, 11, 5], [10, 10, 7, 3]));
  expect([1, 2, 3, 4, 5, 9].map((count) => Array.from(cutInto(merges, 5, count)))).toEqual([
    [0, 0, 0, 0, 0],
    [0, 0, 2, 2, 2],
    [0, 0, 2, 3, 3],
    [0, 0, 2, 3, 4],
    [0, 1, 2, 3, 4],
    [0, 1, 2, 3, 4],
  ]);
});
