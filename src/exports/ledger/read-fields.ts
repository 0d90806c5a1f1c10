import type { ColumnType, NumberValues } from '../source/source.ts';
import type { FieldReader } from './field-reader.ts';
import { TextColumn } from './text-column.ts';

// PostgreSQL's epoch relative to 1970.
const daysTo2000 = 10_957;
const microsecondsTo2000 = 946_684_800_000_000n;

/** Creates the reader of a column for batches of at most so many rows. */
export function fieldReader(type: ColumnType, rows: number): FieldReader {
  switch (type) {
    case 'string':
    case 'array':
      return new TextColumn(rows);
    case 'integer':
      return numbers(new Int32Array(rows), (data, at) => data.readInt32BE(at));
    case 'number':
      return numbers(new Float64Array(rows), (data, at) => data.readDoubleBE(at));
    case 'boolean':
      return numbers(new Uint8Array(rows), (data, at) => data.readUInt8(at));
    case 'date':
      return numbers(new Int32Array(rows), (data, at) => data.readInt32BE(at) + daysTo2000);
    case 'datetime':
      return numbers(new BigInt64Array(rows), (data, at) => data.readBigInt64BE(at) + microsecondsTo2000);
  }
}

function numbers<T extends number | bigint>(
  into: NumberValues['numbers'] & { [place: number]: T },
  readOne: (data: Buffer, at: number) => T,
): FieldReader {
  const present = new Uint8Array(into.length);
  return {
    values: { kind: 'number', numbers: into, present },
    read: (data, { places, lengths, first, step, rows }, from) => {
      for (let row = from, field = first; row < from + rows; row++, field += step) {
        const isThere = (lengths[field] as number) >= 0;
        present[row] = isThere ? 1 : 0;
        if (isThere) into[row] = readOne(data, places[field] as number);
      }
    },
  };
}
