import { levels } from '../position.ts';
import { isHeld, type StanceMatrix } from '../stance-matrix.ts';
import { commonBits } from './common-bits.ts';

/** A matrix as sets of columns: for each row and each level that anybody holds, the columns on which the row holds it, one bit each. */
export interface Bitsets {
  /** The levels that anybody holds, 0 to 4, ascending. */
  readonly used: readonly number[];
  /** How many columns row `a` holds at level `used[i]` and row `b` at level `used[j]`. */
  common(a: number, i: number, b: number, j: number): number;
}

const wordsPerStep = 4;

/** The sets of a matrix. */
export function bitsetsOf({ rows, columns, cells }: StanceMatrix): Bitsets {
  const used = usedLevels(cells);
  const slotOf = Int8Array.from({ length: levels }, (_, level) => used.indexOf(level));
  const wordsPerSet = Math.max(1, Math.ceil(columns / 32 / wordsPerStep)) * wordsPerStep;
  const bytesPerSet = wordsPerSet * 4;
  const { words, common } = commonBits(rows * used.length * bytesPerSet);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = cells[row * columns + column] as number;
      if (!isHeld(cell)) continue;
      const word = (row * used.length + (slotOf[cell + 2] as number)) * wordsPerSet + (column >>> 5);
      words[word] = (words[word] as number) | (1 << (column & 31));
    }
  }
  const setOf = (row: number, k: number) => (row * used.length + k) * bytesPerSet;
  return { used, common: (a, i, b, j) => common(setOf(a, i), setOf(b, j), bytesPerSet) };
}

function usedLevels(cells: Int8Array): number[] {
  const present = new Uint8Array(levels);
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] as number;
    if (isHeld(cell)) present[cell + 2] = 1;
  }
  return Array.from({ length: levels }, (_, level) => level).filter((level) => present[level] === 1);
}
