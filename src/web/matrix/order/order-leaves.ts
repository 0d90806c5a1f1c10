import type { Cluster } from './cluster.ts';

/** The distance of two members that stand side by side. */
type Distance = (a: number, b: number) => number;

/**
 * The members of a cluster in the order that keeps every cluster together and has the smallest sum of distances between neighbours. Bar-Joseph, Gifford
 * & Jaakkola 2001, "Fast optimal leaf ordering for hierarchical clustering"; time grows with the third power of the members.
 */
export function orderLeaves(root: Cluster, count: number, distance: Distance): readonly number[] {
  // best[a, b]: the smallest sum within the smallest cluster with both, a standing at one end and b at the other.
  const best = new Float64Array(count * count);
  reckon(root, best, count, distance);
  if (root.parts === null) return root.members;
  const [left, right] = root.parts;
  const [, first, last] = least(left.members, right.members, (a, b) => best[a * count + b] ?? 0);
  return between(root, first, last, best, count, distance);
}

function reckon({ parts }: Cluster, best: Float64Array, count: number, distance: Distance): void {
  if (parts === null) return;
  const [left, right] = parts;
  reckon(left, best, count, distance);
  reckon(right, best, count, distance);
  const lasts = right.members.map((last) => [last, otherEnds(right, last)] as const);
  const upTo = new Float64Array(count);
  for (const first of left.members) {
    const ends = otherEnds(left, first);
    for (const near of right.members) {
      let sum = Number.POSITIVE_INFINITY;
      for (const end of ends) {
        const through = (best[first * count + end] ?? 0) + distance(end, near);
        if (through < sum) sum = through;
      }
      upTo[near] = sum;
    }
    for (const [last, nears] of lasts) {
      let sum = Number.POSITIVE_INFINITY;
      for (const near of nears) {
        const through = (upTo[near] ?? 0) + (best[near * count + last] ?? 0);
        if (through < sum) sum = through;
      }
      best[first * count + last] = sum;
      best[last * count + first] = sum;
    }
  }
}

/** Who can stand at the other end of a cluster when one stands at this. */
function otherEnds({ members, parts }: Cluster, one: number): readonly number[] {
  if (parts === null) return members;
  const [left, right] = parts;
  return left.members.includes(one) ? right.members : left.members;
}

/** The order within a cluster, with its ends given. */
function between(
  whole: Cluster,
  first: number,
  last: number,
  best: Float64Array,
  count: number,
  distance: Distance,
): readonly number[] {
  if (whole.parts === null) return whole.members;
  const [one, other] = whole.parts;
  const [left, right] = one.members.includes(first) ? [one, other] : [other, one];
  const [, end, near] = least(
    otherEnds(left, first),
    otherEnds(right, last),
    (a, b) => (best[first * count + a] ?? 0) + distance(a, b) + (best[b * count + last] ?? 0),
  );
  return [...between(left, first, end, best, count, distance), ...between(right, near, last, best, count, distance)];
}

function least(
  ones: readonly number[],
  others: readonly number[],
  costOf: (one: number, other: number) => number,
): [number, number, number] {
  let found: [number, number, number] = [Number.POSITIVE_INFINITY, ones[0] ?? 0, others[0] ?? 0];
  for (const one of ones) {
    for (const other of others) {
      const cost = costOf(one, other);
      if (cost < found[0]) found = [cost, one, other];
    }
  }
  return found;
}
