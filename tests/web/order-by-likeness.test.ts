import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cluster } from '../../src/web/matrix/order/cluster.ts';
import { distancesOf } from '../../src/web/matrix/order/distance.ts';
import { orderByLikeness } from '../../src/web/matrix/order/order-by-likeness.ts';
import { orderLeaves } from '../../src/web/matrix/order/order-leaves.ts';

type Values = (number | null)[][];

/** Symmetric values of up to seven parties, some of them not known; a party agrees with itself. */
const matrices = fc.integer({ min: 0, max: 7 }).chain((count) =>
  fc.array(fc.option(fc.integer({ min: 0, max: 20 })), { minLength: count * count, maxLength: count * count }).map(
    (cells): Values =>
      Array.from({ length: count }, (_, row) =>
        Array.from({ length: count }, (_, column) => {
          const cell = cells[Math.min(row, column) * count + Math.max(row, column)] ?? null;
          return row === column ? 1 : cell === null ? null : cell / 20;
        }),
      ),
  ),
);

test('every row is in the order once, and the same matrix has the same order', () => {
  fc.assert(
    fc.property(matrices, (values) => {
      const order = orderByLikeness(values);
      expect(order.toSorted((a, b) => a - b)).toEqual(values.map((_, row) => row));
      expect(orderByLikeness(values)).toEqual(order);
    }),
  );
});

/** All orders in which every cluster stays together. */
function ordersOf(tree: NonNullable<ReturnType<typeof cluster>>): number[][] {
  if (tree.parts === null) return [[...tree.members]];
  const [left, right] = tree.parts.map(ordersOf) as [number[][], number[][]];
  return left.flatMap((one) =>
    right.flatMap((other) => [
      [...one, ...other],
      [...other, ...one],
    ]),
  );
}

test('no other order that keeps the clusters has nearer neighbours', () => {
  fc.assert(
    fc.property(matrices, (values) => {
      const count = values.length;
      const distance = (a: number, b: number) => 1 - (values[a]?.[b] ?? 0.5);
      const nearness = Float64Array.from({ length: count * count }, (_, at) =>
        distance(Math.floor(at / count), at % count),
      );
      const lengthOf = (order: readonly number[]) =>
        order.slice(1).reduce((sum, row, index) => sum + distance(order[index] as number, row), 0);
      const tree = cluster(
        distancesOf(values),
        values.map((_, row) => row),
      );
      if (tree === null) return;
      const shortest = Math.min(...ordersOf(tree).map(lengthOf));
      expect(lengthOf(orderLeaves(tree, { size: count, values: nearness }))).toBeCloseTo(shortest, 9);
    }),
    { numRuns: 60 },
  );
});

test('those who agree stand side by side, whatever the order they come in', () => {
  const places = [4, 0, 3, 1, 5, 2];
  const values = places.map((one) => places.map((other) => 1 - Math.abs(one - other) / 10));
  const order = orderByLikeness(values).map((row) => places[row]);
  expect([order, order.toReversed()]).toContainEqual([0, 1, 2, 3, 4, 5]);
});

test('a pair that is not known is no likeness: it joins nobody', () => {
  // 0 and 1 agree, 2 and 3 agree, nothing is known between the two pairs, and 4 has never spoken with anybody.
  const values: Values = Array.from({ length: 5 }, (_, row) =>
    Array.from({ length: 5 }, (_, column) => (row === column ? 1 : null)),
  );
  for (const [a, b] of [
    [0, 2],
    [1, 3],
  ] as const) {
    (values[a] as Values[number])[b] = 0.9;
    (values[b] as Values[number])[a] = 0.9;
  }
  const order = orderByLikeness(values);
  expect(Math.abs(order.indexOf(0) - order.indexOf(2))).toBe(1);
  expect(Math.abs(order.indexOf(1) - order.indexOf(3))).toBe(1);
  expect(order.at(-1)).toBe(4);
});
