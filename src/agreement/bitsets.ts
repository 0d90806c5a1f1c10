import { bytesPerStep, commonBits } from './common-bits.ts';
import { absentLevel, type ContingencyTable, type VisitPair } from './contingency.ts';
import { levels } from './position.ts';
import { ABSENT, rowOf, type StanceMatrix } from './stance-matrix.ts';

/** A matrix as sets of columns: for each row and each level that anybody holds, the columns on which the row holds it, one bit each. */
export interface Bitsets {
  /** The levels that anybody holds, 0 to 4, ascending; and `absentLevel`, when absences are counted and there are any. */
  readonly used: readonly number[];
  /**
   * How many columns row `a` holds at level `used[i]` and each row from `a` on at each level: the count for row `b` and level `used[j]` is at
   * `(b - a) * used.length + j`. The array is written over by the next call for the same `i`.
   */
  commonFrom(a: number, i: number): Int32Array;
  /** The same with every row: the count for row `b` and level `used[j]` is at `b * used.length + j`. Written over in the same way. */
  commonWithAll(a: number, i: number): Int32Array;
}

/** The sets of a matrix; with those of recorded absences or without them. */
export function bitsetsOf(matrix: StanceMatrix, withAbsences = false): Bitsets {
  const bytesPerSet = Math.max(1, Math.ceil(matrix.columns / 8 / bytesPerStep)) * bytesPerStep;
  const wordsPerSet = bytesPerSet / 4;
  const all = setsOf(matrix, wordsPerSet, withAbsences);
  const used = all.flatMap((ofLevel, level) => (ofLevel.some((word) => word !== 0) ? [level] : []));
  const sets = matrix.rows * used.length;
  const countsAt = sets * bytesPerSet;
  const { words, common } = commonBits(countsAt + used.length * sets * 4);
  for (const [k, level] of used.entries()) {
    for (let row = 0; row < matrix.rows; row++) {
      const set = (all[level] as Int32Array).subarray(row * wordsPerSet, (row + 1) * wordsPerSet);
      words.set(set, (row * used.length + k) * wordsPerSet);
    }
  }
  const commonOf = (a: number, i: number, from: number) => {
    const first = from * used.length;
    const out = countsAt + i * sets * 4;
    if (sets > first) common((a * used.length + i) * bytesPerSet, first * bytesPerSet, bytesPerSet, sets - first, out);
    return words.subarray(out / 4, out / 4 + sets - first);
  };
  return {
    used,
    commonFrom: (a, i) => commonOf(a, i, a),
    commonWithAll: (a, i) => commonOf(a, i, 0),
  };
}

/** By the cell as an unsigned byte: the level that it holds, `absentLevel`, or one more for a cell without a position. */
const levelOf = new Uint8Array(256).fill(absentLevel + 1);
for (let level = 0; level < levels; level++) levelOf[(level - 2) & 0xff] = level;
levelOf[ABSENT] = absentLevel;

/** By level, the set of each row, one after another. */
function setsOf(matrix: StanceMatrix, wordsPerSet: number, withAbsences: boolean): Int32Array[] {
  const { rows, columns } = matrix;
  const sets = Array.from({ length: levels + Number(withAbsences) }, () => new Int32Array(rows * wordsPerSet));
  // A word of every level at a time, without asking what a cell is: as often as not the guess would be wrong.
  const words = new Int32Array(absentLevel + 2);
  for (let row = 0; row < rows; row++) {
    const cells = rowOf(matrix, row);
    for (let at = 0, word = row * wordsPerSet; at < columns; at += 32, word++) {
      words.fill(0);
      const bits = Math.min(32, columns - at);
      for (let bit = 0; bit < bits; bit++) {
        const level = levelOf[(cells[at + bit] as number) & 0xff] as number;
        words[level] = (words[level] as number) | (1 << bit);
      }
      for (let level = 0; level < sets.length; level++) (sets[level] as Int32Array)[word] = words[level] as number;
    }
  }
  return sets;
}

/** The table of a row `a` with a row `b`, `a` at most `b`, written over by the next: `tables(a)(b)`, exactly as `tabulate` returns it; absences are 0 unless `withAbsences`. */
export function tablesByBits(
  matrix: StanceMatrix,
  withAbsences = false,
): (a: number) => (b: number) => ContingencyTable {
  const { used, commonFrom } = bitsetsOf(matrix, withAbsences);
  const read = tableReader(used);
  return (a) => {
    const common = used.map((_, i) => commonFrom(a, i));
    return (b) => read(common, (b - a) * used.length);
  };
}

/** Visits the tables of one row with every row, itself too, in the same way. `rows` is how many the matrix of the sets has. */
export function visitTablesByBits({ used, commonWithAll }: Bitsets, rows: number, a: number, visit: VisitPair): void {
  const read = tableReader(used);
  const common = used.map((_, i) => commonWithAll(a, i));
  for (let b = 0; b < rows; b++) visit(a, b, read(common, b * used.length));
}

/** Reads the table that begins at an index of the counts of each level; the next reading writes over it. */
function tableReader(used: readonly number[]) {
  const held = used.filter((level) => level !== absentLevel).length;
  const counts = new Uint32Array(levels * levels);
  return (common: readonly Int32Array[], at: number): ContingencyTable => {
    let total = 0;
    for (let i = 0; i < held; i++) {
      for (let j = 0; j < held; j++) {
        const count = common[i]?.[at + j] as number;
        counts[(used[i] as number) * levels + (used[j] as number)] = count;
        total += count;
      }
    }
    let absences = 0;
    if (held < used.length) {
      // Absences are the last set.
      for (let level = 0; level < held; level++) {
        absences += common[held]?.[at + level] as number;
        absences += common[level]?.[at + held] as number;
      }
    }
    return { levels, counts, total, absences };
  };
}
