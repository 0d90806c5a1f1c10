import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bridgesOf } from '#agreement/structure/bridges.ts';
import type { Square } from '#agreement/structure/square.ts';
import { at, distances, indices, squareOf } from './squares.ts';

/** Mean of the known agreements of some rows with others; a row with itself does not count. */
function mean(square: Square, rows: readonly number[], others: readonly number[]): number {
  const known = rows
    .flatMap((a) => others.flatMap((b) => (a === b ? [] : [at(square, a, b)])))
    .filter((value) => !Number.isNaN(value));
  return known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0) / known.length;
}

test('one party between two pairs, by hand', () => {
  const agreement = squareOf([], [0.9], [0.1, 0.2], [0.1, 0.2, 0.9], [0.6, 0.7, 0.5, 0.5]);
  const bridges = bridgesOf(agreement, { count: 3, group: Int32Array.of(0, 0, 1, 1, 2) });
  const between = bridges.filter(({ first, second }) => first === 0 && second === 1);
  const close = (value: number) => expect.closeTo(value, 12);
  expect(between).toEqual([
    {
      party: 4,
      first: 0,
      second: 1,
      withFirst: close(0.65),
      withSecond: close(0.5),
      between: close(0.15),
      margin: close(0.35),
    },
    // The second party is nearer to the others than the first one, which is all that is left of its group.
    {
      party: 1,
      first: 0,
      second: 1,
      withFirst: close(0.9),
      withSecond: close(0.2),
      between: close(0.1),
      margin: close(0.1),
    },
  ]);
});

test('bridges are those whose smaller mean is above that of the two groups without them, and no others', () => {
  const grouped = distances({ minSize: 2, unknown: true }).chain((square) =>
    fc.tuple(
      fc.constant(square),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: square.size, maxLength: square.size }),
    ),
  );
  fc.assert(
    fc.property(grouped, ([square, group]) => {
      const found = bridgesOf(square, { count: 3, group: Int32Array.from(group) });
      const members = (number: number, without: number) =>
        indices(square.size).filter((row) => row !== without && group[row] === number);
      for (const [first, second] of [
        [0, 1],
        [0, 2],
        [1, 2],
      ] as const) {
        for (const party of indices(square.size)) {
          const [ofFirst, ofSecond] = [members(first, party), members(second, party)];
          const margin =
            Math.min(mean(square, [party], ofFirst), mean(square, [party], ofSecond)) - mean(square, ofFirst, ofSecond);
          const bridge = found.find((one) => one.party === party && one.first === first && one.second === second);
          if (margin > 1e-9) expect(bridge?.margin).toBeCloseTo(margin, 12);
          else expect(bridge?.margin ?? 0).toBeLessThan(1e-9);
        }
      }
      const margins = found.map(({ margin }) => margin);
      expect(margins).toEqual(margins.toSorted((a, b) => b - a));
    }),
  );
});
