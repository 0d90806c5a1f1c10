import type { Square } from './square.ts';

/** Two groups that are joined, each named by its first row; the joined one is named by `first`. */
export interface Merge {
  readonly first: number;
  readonly second: number;
  /** Mean distance of the known pairs between the two. */
  readonly height: number;
}

const unknown = Number.POSITIVE_INFINITY;

/**
 * Joins the two nearest groups again and again, from one row each to one of all: average linkage (UPGMA), the mean over the pairs that are known. Groups
 * without a known pair are joined last, at height NaN. Of equally near pairs the one whose first row comes first is joined, then the one whose second
 * does. The distances of merges do not fall.
 *
 * Source: Sokal & Michener 1958, University of Kansas Science Bulletin 38.
 */
export function averageLinkage(distances: Square): Merge[] {
  const groups = new Groups(distances);
  return Array.from({ length: Math.max(0, distances.size - 1) }, () => groups.join());
}

/** The groups that are left, with the nearest of each kept, so that a merge looks at few of the others anew. */
class Groups {
  readonly #size: number;
  /** Of the groups of two rows, either way round: their mean distance, `unknown` without any known pair. */
  readonly #means: Float64Array;
  /** The same for how many pairs are known; null where all are, so that the numbers of rows say it. */
  readonly #known: Float64Array | null;
  readonly #rows: Float64Array;
  /** First rows of the groups that are left, ascending; `#left` of them. */
  readonly #active: Int32Array;
  #left: number;
  /** By first row: which of the later groups is the nearest, and how far it is. */
  readonly #nearest: Int32Array;
  readonly #least: Float64Array;

  constructor({ size, values }: Square) {
    this.#size = size;
    this.#means = values.slice();
    this.#known = hasGaps(values) ? values.map((value) => (Number.isNaN(value) ? 0 : 1)) : null;
    if (this.#known !== null) this.#means = values.map((value) => (Number.isNaN(value) ? unknown : value));
    this.#rows = new Float64Array(size).fill(1);
    this.#active = Int32Array.from({ length: size }, (_, row) => row);
    this.#left = size;
    this.#nearest = new Int32Array(size);
    this.#least = new Float64Array(size);
    for (let index = 0; index < size; index++) this.#look(index);
  }

  /** Joins the two nearest groups of those that are left, two at least. */
  join(): Merge {
    const active = this.#active;
    const least = this.#least;
    const left = this.#left;
    let place = 0;
    let height = least[active[0] as number] as number;
    for (let index = 1; index < left; index++) {
      const distance = least[active[index] as number] as number;
      if (distance >= height) continue;
      place = index;
      height = distance;
    }
    const first = active[place] as number;
    const second = this.#nearest[first] as number;
    let gone = place + 1;
    while (active[gone] !== second) gone++;
    for (; gone < left - 1; gone++) active[gone] = active[gone + 1] as number;
    this.#left = left - 1;
    this.#merge(first, second);
    this.#look(place);
    return { first, second, height: height === unknown ? Number.NaN : height };
  }

  #merge(first: number, second: number): void {
    const size = this.#size;
    const left = this.#left;
    const active = this.#active;
    const means = this.#means;
    const known = this.#known;
    const nearests = this.#nearest;
    const leasts = this.#least;
    const ofFirst = this.#rows[first] as number;
    const ofSecond = this.#rows[second] as number;
    this.#rows[first] = ofFirst + ofSecond;
    for (let index = 0; index < left; index++) {
      const row = active[index] as number;
      if (row === first) continue;
      const at = first * size + row;
      const from = second * size + row;
      const own = known === null ? ofFirst : (known[at] as number);
      const added = known === null ? ofSecond : (known[from] as number);
      if (added > 0) {
        const mean = ((own > 0 ? own * (means[at] as number) : 0) + added * (means[from] as number)) / (own + added);
        means[at] = mean;
        means[row * size + first] = mean;
        if (known !== null) {
          known[at] = own + added;
          known[row * size + first] = own + added;
        }
      }
      const nearest = nearests[row] as number;
      if (nearest === second || (row < first && nearest === first)) {
        if (row < second) this.#look(index);
      } else if (row < first) {
        // Not nearer than what was joined but for rounding; as near at most.
        const mean = means[at] as number;
        const least = leasts[row] as number;
        if (mean > least || (mean === least && first > nearest)) continue;
        nearests[row] = first;
        leasts[row] = mean;
      }
    }
  }

  /** Finds the nearest group of one that is left anew. */
  #look(index: number): void {
    const active = this.#active;
    const means = this.#means;
    const left = this.#left;
    const row = active[index] as number;
    const start = row * this.#size;
    let nearest = active[index + 1] ?? -1;
    let least = unknown;
    for (let later = index + 1; later < left; later++) {
      const other = active[later] as number;
      const mean = means[start + other] as number;
      if (mean >= least) continue;
      nearest = other;
      least = mean;
    }
    this.#nearest[row] = nearest;
    this.#least[row] = least;
  }
}

// A loop, as a function called for every number would take longer than a third of all that follows.
function hasGaps(values: Float64Array): boolean {
  for (let at = 0; at < values.length; at++) if (Number.isNaN(values[at])) return true;
  return false;
}

/** By row, the group it belongs to when there are `count` groups: the first row of the group. */
export function cutInto(merges: readonly Merge[], size: number, count: number): Int32Array {
  const group = Int32Array.from({ length: size }, (_, row) => row);
  for (const { first, second } of merges.slice(0, Math.max(0, size - count))) group[second] = first;
  // The group that a row was joined to has an earlier first row, of which it is known by then where that belongs.
  for (let row = 0; row < size; row++) group[row] = group[group[row] as number] as number;
  return group;
}
