import { cluster } from './cluster.ts';
import { distancesOf, isPlaced, meanDistance } from './distance.ts';
import { orderLeaves } from './order-leaves.ts';

/**
 * The rows of a symmetric matrix of agreement, ordered so that neighbours agree. A pair without a value is ignored when clusters are joined, and counts as
 * the mean distance between neighbours. Rows without any value come last, in their original order. The order is deterministic.
 */
export function orderByLikeness(values: readonly (readonly (number | null)[])[]): readonly number[] {
  const distances = distancesOf(values);
  const { size } = distances;
  const all = values.map((_, row) => row);
  const placed = all.filter((row) => isPlaced(distances, row));
  const tree = cluster(distances, placed);
  if (tree === null) return all;
  const mean = meanDistance(distances);
  const known = distances.values.map((distance) => (Number.isNaN(distance) ? mean : distance));
  const order = orderLeaves(tree, { size, values: known });
  // Both directions are equally good; the one that starts with the earlier row is used.
  const directed = (order[0] ?? 0) <= (order.at(-1) ?? 0) ? order : order.toReversed();
  return [...directed, ...all.filter((row) => !placed.includes(row))];
}
