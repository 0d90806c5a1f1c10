import type { TextValues } from '../source/source.ts';
import type { FieldReader, Fields } from './field-reader.ts';

// Up to this length, copying byte by byte is faster than a call.
const shortText = 64;

/** The texts of one column: their bytes are copied as PostgreSQL sends them, without creating strings. */
export class TextColumn implements FieldReader {
  readonly #ends: Int32Array;
  readonly #present: Uint8Array;
  #bytes = new Uint8Array(1 << 12);

  constructor(rows: number) {
    this.#ends = new Int32Array(rows);
    this.#present = new Uint8Array(rows);
  }

  get values(): TextValues {
    return { kind: 'text', bytes: this.#bytes, ends: this.#ends, present: this.#present };
  }

  read(data: Buffer, { places, lengths, first, step, rows }: Fields, from: number): void {
    const start = from === 0 ? 0 : (this.#ends[from - 1] as number);
    let needed = start;
    for (let row = 0, field = first; row < rows; row++, field += step) needed += Math.max(0, lengths[field] as number);
    this.#makeRoom(needed, start);
    const bytes = this.#bytes;
    let end = start;
    for (let row = from, field = first; row < from + rows; row++, field += step) {
      const length = lengths[field] as number;
      this.#present[row] = length < 0 ? 0 : 1;
      if (length > 0) {
        const at = places[field] as number;
        if (length > shortText) data.copy(bytes, end, at, at + length);
        else for (let place = 0; place < length; place++) bytes[end + place] = data[at + place] as number;
        end += length;
      }
      this.#ends[row] = end;
    }
  }

  #makeRoom(needed: number, used: number): void {
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    larger.set(this.#bytes.subarray(0, used));
    this.#bytes = larger;
  }
}
