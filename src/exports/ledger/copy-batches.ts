import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ColumnType } from '../source/column.ts';
import type { Batch } from '../source/source.ts';
import { internedTexts } from './interned-texts.ts';

// The binary format of COPY: this header, then rows of a count of fields and each field with its length; -1 = null.
const headerLength = 19;
const endOfRows = -1;
const isNull = -1;
// What PostgreSQL counts from, against 1970.
const daysTo2000 = 10_957;
const microsecondsTo2000 = 946_684_800_000_000n;

type Value = Batch['columns'][number][number];
type ReadValue = (data: Buffer, at: number, length: number) => Value;

const readers: Readonly<Record<ColumnType, () => ReadValue>> = {
  string: internedTexts,
  array: internedTexts,
  integer: () => (data, at) => data.readInt32BE(at),
  number: () => (data, at) => data.readDoubleBE(at),
  boolean: () => (data, at) => data[at] === 1,
  date: () => (data, at) => data.readInt32BE(at) + daysTo2000,
  datetime: () => (data, at) => data.readBigInt64BE(at) + microsecondsTo2000,
};

/** Streams a query in binary form as batches of at most `size` rows. A batch is used before the next is asked for. */
export async function* copyBatches(
  client: ClientBase,
  query: string,
  types: readonly ColumnType[],
  size: number,
): AsyncGenerator<Batch> {
  const stream = client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`));
  const read = types.map((type) => readers[type]());
  let columns: Value[][] = types.map(() => []);
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
      const end = endOfRow(data, at);
      if (end === null) break;
      at += 2;
      for (let column = 0; column < read.length; column++) {
        const length = data.readInt32BE(at);
        at += 4;
        const values = columns[column] as Value[];
        if (length === isNull) values.push(null);
        else {
          values.push((read[column] as ReadValue)(data, at, length));
          at += length;
        }
      }
      if ((columns[0] as Value[]).length === size) {
        yield { length: size, columns };
        columns = types.map(() => []);
      }
    }
    rest = data.subarray(at);
  }
  const length = columns[0]?.length ?? 0;
  if (length > 0) yield { length, columns };
}

/** Where the row ends that begins at a place; null when not all of it is there yet, or there is none. */
function endOfRow(data: Buffer, start: number): number | null {
  if (data.length - start < 2) return null;
  const fields = data.readInt16BE(start);
  if (fields === endOfRows) return null;
  let at = start + 2;
  for (let field = 0; field < fields; field++) {
    if (data.length - at < 4) return null;
    const length = data.readInt32BE(at);
    at += 4 + (length === isNull ? 0 : length);
    if (at > data.length) return null;
  }
  return at;
}
