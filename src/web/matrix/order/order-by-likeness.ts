import { cluster } from './cluster.ts';
import { distancesOf, isPlaced, meanDistance } from './distance.ts';
import { orderLeaves } from './order-leaves.ts';

/**
 * The rows of a symmetric matrix of agreement, those that agree side by side. A pair without a value counts for nothing when clusters are joined, and as
 * the mean distance where two stand side by side. Rows without any value come last, as they were. The same matrix has the same order.
 */
export function orderByLikeness(values: readonly (readonly (number | null)[])[]): readonly number[] {
  const distances = distancesOf(values);
  const { count } = distances;
  const all = values.map((_, row) => row);
  const placed = all.filter((row) => isPlaced(distances, row));
  const tree = cluster(distances, placed);
  if (tree === null) return all;
  const mean = meanDistance(distances);
  const known = distances.values.map((distance) => (Number.isNaN(distance) ? mean : distance));
  const order = orderLeaves(tree, { count, values: known });
  // Both directions are as good; the one is taken that begins with the earlier row.
  const directed = (order[0] ?? 0) <= (order.at(-1) ?? 0) ? order : order.toReversed();
  return [...directed, ...all.filter((row) => !placed.includes(row))];
}
