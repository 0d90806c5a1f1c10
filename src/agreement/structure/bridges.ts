import { type Grouping, membersOfGroups } from './groups.ts';
import type { Square } from './square.ts';

/** A party that is nearer to both of two groups than they are to each other; rows and numbers of groups. */
export interface Bridge {
  readonly party: number;
  readonly first: number;
  readonly second: number;
  /** Mean agreement of the party with the members of each group, itself aside. */
  readonly withFirst: number;
  readonly withSecond: number;
  /** Mean agreement of the members of the two groups with each other, the party aside. */
  readonly between: number;
  /** The smaller of the first two less the third: above 0. */
  readonly margin: number;
}

/** Margins this small are rounding. */
const rounding = 1e-12;

/**
 * Who agrees with both of two groups more than they with each other, whatever group it belongs to; means over the known pairs. `agreement` is the square of
 * values. The widest margin first; of equal ones the first groups, then the first party.
 *
 * Meaning: who could carry a message. Trap: of a group's own members about half are nearer to another group than the group is, so it is the margin that tells.
 */
export function bridgesOf({ size, values }: Square, grouping: Pick<Grouping, 'count' | 'group'>): Bridge[] {
  const { count, group } = grouping;
  const toGroups = sumsOver(size, values, grouping);
  const bridges: Bridge[] = [];
  const members = membersOfGroups(grouping);
  for (let first = 0; first < count; first++) {
    for (let second = first + 1; second < count; second++) {
      const all = { sum: 0, pairs: 0 };
      for (const row of members[first] ?? []) {
        const to = toGroups(row, second);
        all.sum += to.sum;
        all.pairs += to.pairs;
      }
      for (let party = 0; party < size; party++) {
        const [toFirst, toSecond] = [toGroups(party, first), toGroups(party, second)];
        const own = group[party] === first ? toSecond : group[party] === second ? toFirst : { sum: 0, pairs: 0 };
        const others = all.pairs - own.pairs;
        if (toFirst.pairs === 0 || toSecond.pairs === 0 || others === 0) continue;
        const [withFirst, withSecond] = [toFirst.sum / toFirst.pairs, toSecond.sum / toSecond.pairs];
        const between = (all.sum - own.sum) / others;
        const margin = Math.min(withFirst, withSecond) - between;
        if (margin > rounding) bridges.push({ party, first, second, withFirst, withSecond, between, margin });
      }
    }
  }
  return bridges.sort((a, b) => b.margin - a.margin || a.first - b.first || a.second - b.second || a.party - b.party);
}

/** Sum and number of the known values of a party with the members of a group, itself aside. */
function sumsOver(size: number, values: Float64Array, { count, group }: Pick<Grouping, 'count' | 'group'>) {
  const sums = new Float64Array(size * count);
  const pairs = new Int32Array(size * count);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const value = values[a * size + b] as number;
      if (a === b || Number.isNaN(value)) continue;
      const at = a * count + (group[b] as number);
      sums[at] = (sums[at] as number) + value;
      pairs[at] = (pairs[at] as number) + 1;
    }
  }
  return (row: number, number: number) => ({
    sum: sums[row * count + number] as number,
    pairs: pairs[row * count + number] as number,
  });
}
