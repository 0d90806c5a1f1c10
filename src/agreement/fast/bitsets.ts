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
  const wordsPerSet = Math.max(1, Math.ceil(columns / 32 / wordsPerStep)) * wordsPerStep;
  const bytesPerSet = wordsPerSet * 4;
  const { words, common } = commonBits(rows * used.length * bytesPerSet);
  const gathered = new Int32Array(levels);
  for (let row = 0; row < rows; row++) {
    const cellsOfRow = cells.subarray(row * columns, (row + 1) * columns);
    for (let first = 0; first < columns; first += 32) {
      gather(cellsOfRow, first, gathered);
      const word = row * used.length * wordsPerSet + (first >>> 5);
      used.forEach((level, k) => {
        words[word + k * wordsPerSet] = gathered[level] as number;
      });
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

/** Which of up to 32 cells hold each level, one bit each. */
function gather(cells: Int8Array, first: number, into: Int32Array): void {
  into.fill(0);
  const end = Math.min(first + 32, cells.length);
  for (let column = first; column < end; column++) {
    const cell = cells[column] as number;
    if (isHeld(cell)) into[cell + 2] = (into[cell + 2] as number) | (1 << (column & 31));
  }
}
