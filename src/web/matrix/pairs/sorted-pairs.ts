import type { OrderedMatrix } from '../ordered-matrix.ts';
import { type Pair, pairAt } from '../pair.ts';
import type { PairOrder } from '../question.ts';

/** Every pair of a matrix once, or those of one party; sorted, with pairs without a value last. */
export function sortedPairs(matrix: OrderedMatrix, of: string | null, order: PairOrder): readonly Pair[] {
  const { parties } = matrix;
  const pairs = parties.flatMap((one, row) =>
    parties.flatMap((_, column) => {
      const wanted = of === null ? column > row : one.key === of && column !== row;
      const pair = wanted ? pairAt(matrix, row, column) : null;
      return pair === null ? [] : [pair];
    }),
  );
  return pairs.sort(comparers[order]);
}

const known = (pair: Pair) => (pair.value === null ? 1 : 0);
const comparers: Readonly<Record<PairOrder, (a: Pair, b: Pair) => number>> = {
  highest: (a, b) => known(a) - known(b) || (b.value ?? 0) - (a.value ?? 0) || b.shared - a.shared,
  lowest: (a, b) => known(a) - known(b) || (a.value ?? 0) - (b.value ?? 0) || b.shared - a.shared,
  'most-shared': (a, b) => b.shared - a.shared || known(a) - known(b) || (b.value ?? 0) - (a.value ?? 0),
};
