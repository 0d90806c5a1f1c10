import type { Square } from '#agreement/structure/square.ts';
import type { Cluster } from './cluster.ts';

/**
 * The members of a cluster in the order that keeps every cluster together and has the smallest sum of distances between neighbours, all of them known. Bar-Joseph, Gifford
 * & Jaakkola 2001, "Fast optimal leaf ordering for hierarchical clustering"; time grows with the third power of the members.
 */
export function orderLeaves(root: Cluster, nearness: Square): readonly number[] {
  const { size: count } = nearness;
  // best[a, b]: the smallest sum within the smallest cluster with both, with a at one end and b at the other.
  const best = new Float64Array(count * count);
  reckon(root, best, nearness);
  if (root.parts === null) return [...root.members];
  const [left, right] = root.parts;
  const [, first, last] = least(left.members, right.members, (a, b) => best[a * count + b] ?? 0);
  return between(root, first, last, best, nearness);
}

function reckon({ parts }: Cluster, best: Float64Array, nearness: Square): void {
  if (parts === null) return;
  const [left, right] = parts;
  reckon(left, best, nearness);
  reckon(right, best, nearness);
  const { size: count, values } = nearness;
  const lasts = Array.from(right.members, (last) => [last, otherEnds(right, last)] as const);
  const upTo = new Float64Array(count);
  for (const first of left.members) {
    const ends = otherEnds(left, first);
    for (const near of right.members) upTo[near] = shortest(first, ends, near, count, best, values);
    for (const [last, nears] of lasts) {
      let sum = Number.POSITIVE_INFINITY;
      for (let index = 0; index < nears.length; index++) {
        const near = nears[index] as number; // an index of the list
        const through = (upTo[near] as number) + (best[near * count + last] as number); // both tables have all members
        if (through < sum) sum = through;
      }
      best[first * count + last] = sum;
      best[last * count + first] = sum;
    }
  }
}

/** The smallest sum from one end over any of the other ends to a neighbour beyond them. */
function shortest(
  first: number,
  ends: Int32Array,
  near: number,
  count: number,
  best: Float64Array,
  values: Float64Array,
): number {
  let sum = Number.POSITIVE_INFINITY;
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index] as number; // an index of the list
    const through = (best[first * count + end] as number) + (values[near * count + end] as number); // as above; symmetric
    if (through < sum) sum = through;
  }
  return sum;
}

/** The members that can be at the other end of a cluster if one is at this end. */
function otherEnds({ members, parts }: Cluster, one: number): Int32Array {
  if (parts === null) return members;
  const [left, right] = parts;
  return left.members.includes(one) ? right.members : left.members;
}

/** The order within a cluster, with its ends given. */
function between(whole: Cluster, first: number, last: number, best: Float64Array, nearness: Square): readonly number[] {
  if (whole.parts === null) return [...whole.members];
  const { size: count, values } = nearness;
  const [one, other] = whole.parts;
  const [left, right] = one.members.includes(first) ? [one, other] : [other, one];
  const [, end, near] = least(
    otherEnds(left, first),
    otherEnds(right, last),
    (a, b) => (best[first * count + a] ?? 0) + (values[a * count + b] ?? 0) + (best[b * count + last] ?? 0),
  );
  return [...between(left, first, end, best, nearness), ...between(right, near, last, best, nearness)];
}

function least(
  ones: Int32Array,
  others: Int32Array,
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
