import { bitsetsOf } from './bitsets.ts';
import { isHeld, type StanceMatrix, UNKNOWN } from './stance-matrix.ts';

/** How many more members of a group have to hold a position on a column before the group has one: by column; 0 where it has one, or no member is missing. */
export interface GroupNeeds {
  /** By column: the rows that are members of its day. */
  isMember(row: number, column: number): boolean;
  readonly missing: ArrayLike<number>;
}

/** A cell of which nothing is known, and what would be gained if a position came to be known. */
export interface Gap {
  readonly row: number;
  readonly column: number;
  /** Parties with a position on the column: with each of them the row would share one more proposition. */
  readonly comparisons: number;
  /** Those of them with which the row shares none yet. */
  readonly newComparisons: number;
  /** Groups, by their place in the list, that lack a position on the column and of which the row is a member. */
  readonly groups: readonly number[];
  readonly gain: number;
}

/**
 * The gaps whose filling would change most: the greatest gain first, then by column and row; `most` of them, and how many there are with any gain.
 *
 * gain = Σ 1/(1 + shared) over the parties that hold a position on the proposition + Σ 1/missing over the groups that lack one and of which the party is a
 * member; shared = propositions on which the two hold positions now, missing = members that have to hold one before the group does.
 *
 * Meaning: a comparison that begins counts 1, and less the more it rests on already; a position of a group counts 1 when this alone is missing. Trap: it says
 * what would count, not what can be found.
 */
export function greatestGaps(matrix: StanceMatrix, groups: readonly GroupNeeds[], most: number) {
  const { rows, columns, cells } = matrix;
  const weights = weightsOf(matrix);
  const kept = new Greatest(most);
  let total = 0;
  for (let column = 0; column < columns; column++) {
    const holders: number[] = [];
    const unknown: number[] = [];
    for (let row = 0; row < rows; row++) {
      const cell = cells[row * columns + column] as number;
      if (isHeld(cell)) holders.push(row);
      else if (cell === UNKNOWN) unknown.push(row);
    }
    const open = [...groups.keys()].filter((group) => (groups[group]?.missing[column] as number) > 0);
    for (const row of unknown) {
      let ofPairs = 0;
      for (let index = 0; index < holders.length; index++)
        ofPairs += weights[row * rows + (holders[index] as number)] as number;
      const lacking = open.filter((group) => groups[group]?.isMember(row, column));
      const gain = ofPairs + lacking.reduce((sum, group) => sum + 1 / (groups[group]?.missing[column] as number), 0);
      if (gain === 0) continue;
      total++;
      if (!kept.takes(gain)) continue;
      const newComparisons = holders.filter((holder) => weights[row * rows + holder] === 1).length;
      kept.add({ row, column, comparisons: holders.length, newComparisons, groups: lacking, gain });
    }
  }
  return { gaps: kept.sorted(), total };
}

/** 1/(1 + shared) of every two rows. */
function weightsOf({ rows, columns, cells }: StanceMatrix): Float64Array {
  const held = { rows, columns, cells: cells.map((cell) => (isHeld(cell) ? 0 : UNKNOWN)) };
  const bits = bitsetsOf(held);
  const weights = new Float64Array(rows * rows).fill(1);
  if (bits.used.length === 0) return weights;
  for (let row = 0; row < rows; row++) {
    const common = bits.commonWithAll(row, 0);
    for (let other = 0; other < rows; other++) weights[row * rows + other] = 1 / (1 + (common[other] as number));
  }
  return weights;
}

/** Keeps so many of the gaps that it is given, those with the greatest gain; of equal ones those that came first. */
class Greatest {
  readonly #most: number;
  #kept: Gap[] = [];
  #least = 0;

  constructor(most: number) {
    this.#most = most;
  }

  takes(gain: number): boolean {
    return this.#most > 0 && gain > this.#least;
  }

  add(gap: Gap): void {
    this.#kept.push(gap);
    if (this.#kept.length >= 2 * this.#most + 64) this.#shorten();
  }

  sorted(): readonly Gap[] {
    this.#shorten();
    return this.#kept;
  }

  #shorten(): void {
    // Stable: they come by column and row.
    this.#kept = this.#kept.sort((a, b) => b.gain - a.gain).slice(0, this.#most);
    if (this.#kept.length === this.#most) this.#least = this.#kept.at(-1)?.gain ?? 0;
  }
}
