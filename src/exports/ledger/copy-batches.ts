import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Batch, Table } from '../source/source.ts';
import { fieldReader } from './read-fields.ts';

// The binary format of COPY: this header, then rows of a count of fields and each field with its length; -1 = null.
const headerLength = 19;
const endOfRows = -1;
const isNull = -1;
// Rows whose fields are located before they are read.
const atOnce = 1_024;

/**
 * Streams a query of the columns of a table in binary form as batches of `size` rows, the last one smaller. All batches share the
 * same arrays: use each before requesting the next.
 */
export async function* copyBatches(
  client: ClientBase,
  query: string,
  table: Table,
  size: number,
): AsyncGenerator<Batch> {
  const stream = client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`));
  const readers = table.columns.map(({ type }) => fieldReader(type, size));
  const fields = readers.length;
  // Offset and length of each field of the next rows, row by row.
  const places = new Int32Array(atOnce * fields);
  const lengths = new Int32Array(atOnce * fields);
  const batch = (length: number): Batch => ({ length, columns: readers.map(({ values }) => values) });
  let held = 0;
  let rest: Buffer = Buffer.alloc(0);
  let toSkip = headerLength;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = toSkip;
    if (data.length < at) {
      rest = data;
      continue;
    }
    toSkip = 0;
    for (;;) {
      const most = Math.min(atOnce, size - held);
      const found = findFields(data, at, most, fields, places, lengths);
      for (const [first, reader] of readers.entries()) {
        reader.read(data, { places, lengths, first, step: fields, rows: found.rows }, held);
      }
      held += found.rows;
      at = found.end;
      if (held === size) {
        yield batch(held);
        held = 0;
      }
      if (found.rows < most) break;
    }
    rest = data.subarray(at);
  }
  if (held > 0) yield batch(held);
}

/** Locates the fields of the complete rows from an offset on, at most so many; returns the number of rows and the offset of their end. */
function findFields(
  data: Buffer,
  start: number,
  most: number,
  fields: number,
  places: Int32Array,
  lengths: Int32Array,
): { readonly rows: number; readonly end: number } {
  let end = start;
  for (let row = 0; row < most; row++) {
    let at = end + 2;
    if (at > data.length || data.readInt16BE(end) === endOfRows) return { rows: row, end };
    for (let field = row * fields; field < (row + 1) * fields; field++) {
      if (at + 4 > data.length) return { rows: row, end };
      const length = data.readInt32BE(at);
      at += 4;
      places[field] = at;
      lengths[field] = length;
      if (length !== isNull) at += length;
      if (at > data.length) return { rows: row, end };
    }
    end = at;
  }
  return { rows: most, end };
}
