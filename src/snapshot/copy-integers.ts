import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { NEVER } from '#agreement/stance-columns.ts';

// The binary format of COPY: this header, then rows of a count of fields and each field with its length; -1 = null.
const headerLength = 19;
const endOfRows = -1;
const isNull = -1;

/**
 * Streams a query whose every column is a four-byte integer. `visit` gets the same array for every row, with NEVER for null; nothing of the
 * result is kept.
 */
export async function copyIntegers(client: ClientBase, query: string, visit: (row: Int32Array) => void): Promise<void> {
  const stream = client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`));
  let rest: Buffer = Buffer.alloc(0);
  let toSkip = headerLength;
  let row: Int32Array | undefined;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    if (toSkip > 0) {
      if (data.length < toSkip) {
        rest = data;
        continue;
      }
      at = toSkip;
      toSkip = 0;
    }
    for (;;) {
      if (data.length - at < 2) break;
      const fields = data.readInt16BE(at);
      if (fields === endOfRows) break;
      row ??= new Int32Array(fields);
      const next = readRow(data, at + 2, row);
      if (next === null) break;
      at = next;
      visit(row);
    }
    rest = data.subarray(at);
  }
}

/** Reads one row and returns the offset of its end; null when the row is still incomplete. */
function readRow(data: Buffer, start: number, row: Int32Array): number | null {
  let at = start;
  for (let field = 0; field < row.length; field++) {
    if (data.length - at < 4) return null;
    if (data.readInt32BE(at) === isNull) {
      row[field] = NEVER;
      at += 4;
    } else {
      if (data.length - at < 8) return null;
      row[field] = data.readInt32BE(at + 4);
      at += 8;
    }
  }
  return at;
}
