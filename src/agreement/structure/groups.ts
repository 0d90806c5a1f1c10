import { averageLinkage, cutInto } from './average-linkage.ts';
import { DistancesToGroups } from './silhouettes.ts';
import type { Square } from './square.ts';

/** Parties in groups. */
export interface Grouping {
  readonly count: number;
  /** By party, the number of its group: 0 is the largest group, of equally large ones that with the first party. */
  readonly group: Int32Array;
  /** By party, -1 to 1: above 0 when it is nearer to its own group than to any other. 0 alone in a group. */
  readonly silhouettes: Float64Array;
  /** Mean silhouette of every number of groups that was tried, the fewest first. */
  readonly tried: readonly { readonly count: number; readonly silhouette: number }[];
}

/** The numbers of groups of which the best is taken. */
export const [fewestGroups, mostGroups] = [2, 8];

/** Means that differ by less are equal but for rounding; then there are fewer groups. */
const rounding = 1e-12;

/**
 * Groups by average linkage: `asked` ones, or the number from 2 to 8 with the greatest mean silhouette. One group where no number has one above 0, as then
 * nobody is nearer to the own group than to another; and never more groups than parties.
 */
export function groupsOf(distances: Square, asked: number | null): Grouping {
  const { size } = distances;
  const merges = averageLinkage(distances);
  const most = Math.min(Math.max(asked ?? 0, mostGroups), size);
  const toGroups = new DistancesToGroups(distances, cutInto(merges, size, most));
  const byCount = new Map<number, Float64Array>();
  for (let count = most; count >= 1; count--) {
    byCount.set(count, toGroups.silhouettes());
    const next = merges[size - count];
    if (next !== undefined) toGroups.join(next.first, next.second);
  }
  const tried = Array.from(byCount, ([count, silhouettes]) => ({ count, silhouette: meanOf(silhouettes) }))
    .filter(({ count }) => count >= fewestGroups && count <= Math.min(mostGroups, size - 1))
    .reverse();
  const count = asked === null ? bestOf(tried) : Math.min(asked, size);
  return {
    count: Math.min(count, size),
    group: numbered(cutInto(merges, size, count)),
    silhouettes: byCount.get(count) ?? new Float64Array(size),
    tried,
  };
}

const meanOf = (values: Float64Array): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function bestOf(tried: Grouping['tried']): number {
  let [best, most] = [1, 0];
  for (const { count, silhouette } of tried) if (silhouette > most + rounding) [best, most] = [count, silhouette];
  return best;
}

/** Numbers instead of the first rows of groups. */
function numbered(group: Int32Array): Int32Array {
  const sizes = new Map<number, number>();
  for (const first of group) sizes.set(first, (sizes.get(first) ?? 0) + 1);
  const order = [...sizes].sort(([a, sizeA], [b, sizeB]) => sizeB - sizeA || a - b).map(([first]) => first);
  const numbers = new Map(order.map((first, number) => [first, number]));
  return group.map((first) => numbers.get(first) as number); // every group has one
}

/** Rows of each group, ascending. */
export function membersOfGroups({ count, group }: Pick<Grouping, 'count' | 'group'>): number[][] {
  const members: number[][] = Array.from({ length: count }, () => []);
  for (const [row, number] of group.entries()) members[number]?.push(row);
  return members;
}
