import type { Square } from './square.ts';

/**
 * How far each party is from each group, on average over the pairs that are known, while groups are joined. A group is named by one of its rows.
 *
 * Silhouette: (b - a) / max(a, b), a = mean distance to the others of the own group, b = the smallest mean distance to another group. 0 for a party alone
 * in its group, without a known distance in it or to any other group, or with a and b both 0.
 *
 * Meaning: 1 = far from everybody else, 0 = between two groups, below 0 = nearer to another group. Trap: it favours round groups of like width; a loose
 * group beside a tight one has low ones.
 *
 * Source: Rousseeuw 1987, Journal of Computational and Applied Mathematics 20.
 */
export class DistancesToGroups {
  readonly #size: number;
  /** By party, its column. */
  readonly #columnOf: Int32Array;
  /** Columns of groups that are not joined to another yet. */
  readonly #columns: number[];
  readonly #names: Map<number, number>;
  /** Of a column and a party, at `column * size + party`: sum and number of the known distances to the group, the party itself aside. */
  readonly #sums: Float64Array;
  readonly #counts: Float64Array;

  /** `group`: by party, the name of its group. */
  constructor({ size, values }: Square, group: Int32Array) {
    this.#size = size;
    this.#names = new Map([...new Set(group)].map((name, column) => [name, column]));
    this.#columns = [...this.#names.values()];
    this.#columnOf = group.map((name) => this.#names.get(name) as number); // every name has one
    const members = Array.from(this.#columns, () => [] as number[]);
    for (const [row, column] of this.#columnOf.entries()) members[column]?.push(row);
    const sums = new Float64Array(size * this.#columns.length);
    const counts = new Float64Array(size * this.#columns.length);
    for (const [column, rows] of members.entries()) {
      const others = Int32Array.from(rows);
      for (let row = 0, at = column * size; row < size; row++, at++) {
        let sum = 0;
        let count = 0;
        for (let index = 0; index < others.length; index++) {
          const distance = values[row * size + (others[index] as number)] as number;
          if (Number.isNaN(distance)) continue;
          sum += distance;
          count++;
        }
        sums[at] = sum;
        counts[at] = count;
      }
      // A party is at no distance from itself, which does not count.
      for (const row of rows) counts[column * size + row] = (counts[column * size + row] as number) - 1;
    }
    this.#sums = sums;
    this.#counts = counts;
  }

  /** Makes two groups one, which keeps the name of the first. */
  join(first: number, second: number): void {
    const into = this.#names.get(first) as number;
    const from = this.#names.get(second) as number;
    for (let row = 0; row < this.#size; row++) {
      const at = into * this.#size + row;
      const added = from * this.#size + row;
      this.#sums[at] = (this.#sums[at] as number) + (this.#sums[added] as number);
      this.#counts[at] = (this.#counts[at] as number) + (this.#counts[added] as number);
      if (this.#columnOf[row] === from) this.#columnOf[row] = into;
    }
    this.#columns.splice(this.#columns.indexOf(from), 1);
  }

  /** By party, with the groups as they are now. */
  silhouettes(): Float64Array {
    const silhouettes = new Float64Array(this.#size);
    for (let row = 0; row < this.#size; row++) {
      const own = this.#columnOf[row] as number;
      const within = this.#mean(row, own);
      let other = Number.POSITIVE_INFINITY;
      for (const column of this.#columns) if (column !== own) other = Math.min(other, this.#mean(row, column));
      const larger = Math.max(within, other);
      if (larger > 0 && larger < Number.POSITIVE_INFINITY) silhouettes[row] = (other - within) / larger;
    }
    return silhouettes;
  }

  /** Infinity where nothing is known. */
  #mean(row: number, column: number): number {
    const at = column * this.#size + row;
    const count = this.#counts[at] as number;
    return count === 0 ? Number.POSITIVE_INFINITY : (this.#sums[at] as number) / count;
  }
}
