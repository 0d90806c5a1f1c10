import type { TextValues } from '../../source/source.ts';

/** The distinct texts of some rows. */
export interface TextDictionary {
  /** The row of the first occurrence of each text. */
  readonly firstRows: Int32Array;
  readonly size: number;
  /** For each row that has a value, in order, the index of its text. */
  readonly indexes: Int32Array;
}

// If more than half of the texts are unique, a dictionary is not worthwhile; the first rows are not representative.
const tooFewRows = 1_000;

/** Builds the dictionary of some rows; null if most texts are unique. */
export function textDictionary({ bytes, ends, present }: TextValues, rows: number): TextDictionary | null {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * rows + 2)));
  const firstRows = new Int32Array(rows);
  const indexes = new Int32Array(rows);
  let size = 0;
  let filled = 0;
  let last = -1;
  for (let row = 0, start = 0; row < rows; row++) {
    const end = ends[row] as number;
    if (present[row] === 1) {
      // Usually it is the text of the previous row.
      if (last === -1 || !isSame(bytes, ends, firstRows[last] as number, start, end)) {
        let slot = hash(bytes, start, end) & (slots.length - 1);
        for (;;) {
          last = (slots[slot] as number) - 1;
          if (last === -1 || isSame(bytes, ends, firstRows[last] as number, start, end)) break;
          slot = (slot + 1) & (slots.length - 1);
        }
        if (last === -1) {
          last = size;
          firstRows[size] = row;
          size += 1;
          slots[slot] = size;
          if (size > tooFewRows && 2 * size > filled) return null;
        }
      }
      indexes[filled] = last;
      filled += 1;
    }
    start = end;
  }
  return { firstRows, size, indexes: indexes.subarray(0, filled) };
}

/** Start offset of the text of a row. */
export const startOf = (ends: Int32Array, row: number): number => (row === 0 ? 0 : (ends[row - 1] as number));

function isSame(bytes: Uint8Array, ends: Int32Array, row: number, start: number, end: number): boolean {
  const from = startOf(ends, row);
  if ((ends[row] as number) - from !== end - start) return false;
  // From the end, because keys of one kind start alike.
  for (let place = end - start - 1; place >= 0; place--) if (bytes[from + place] !== bytes[start + place]) return false;
  return true;
}

function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = end - start;
  for (let place = start; place < end; place++) value = (Math.imul(value, 31) + (bytes[place] as number)) | 0;
  return value ^ (value >>> 11) ^ (value >>> 22);
}
