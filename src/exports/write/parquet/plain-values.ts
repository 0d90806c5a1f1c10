import type { NumberValues, TextValues } from '../../source/source.ts';
import { startOf } from './text-dictionary.ts';

// Up to this length, copying byte by byte is faster than a call.
const shortText = 64;

/** The texts of some rows in PLAIN encoding: each preceded by its length. */
export function plainTexts({ bytes, ends }: TextValues, rows: Int32Array): Uint8Array {
  let size = 4 * rows.length;
  for (const row of rows) size += (ends[row] as number) - startOf(ends, row);
  const plain = new Uint8Array(size);
  let at = 0;
  for (const row of rows) {
    const start = startOf(ends, row);
    const length = (ends[row] as number) - start;
    plain[at] = length;
    plain[at + 1] = length >>> 8;
    plain[at + 2] = length >>> 16;
    plain[at + 3] = length >>> 24;
    at += 4;
    if (length > shortText) plain.set(bytes.subarray(start, start + length), at);
    else for (let byte = 0; byte < length; byte++) plain[at + byte] = bytes[start + byte] as number;
    at += length;
  }
  return plain;
}

/** The numbers of some rows in PLAIN encoding. Booleans are bits, the others little-endian. */
export function plainNumbers({ numbers }: NumberValues, rows: Int32Array): Uint8Array {
  if (numbers instanceof Uint8Array) return bits(numbers, rows);
  const filled = numbers.slice(0, rows.length);
  for (let place = 0; place < rows.length; place++) filled[place] = numbers[rows[place] as number] as never; // of an array of its own kind
  return new Uint8Array(filled.buffer, 0, filled.byteLength);
}

function bits(flags: Uint8Array, rows: Int32Array): Uint8Array {
  const packed = new Uint8Array(Math.ceil(rows.length / 8));
  for (let place = 0; place < rows.length; place++)
    packed[place >> 3] = (packed[place >> 3] as number) | ((flags[rows[place] as number] as number) << (place & 7));
  return packed;
}
