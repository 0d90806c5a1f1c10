import type { ColumnType } from '../source/column.ts';
import type { Batch } from '../source/source.ts';
import type { Table } from '../source/table.ts';
import { internedTexts } from './interned-texts.ts';

// What PostgreSQL counts from, against 1970.
const daysTo2000 = 10_957;
const microsecondsTo2000 = 946_684_800_000_000n;

type Values = Batch['columns'][number];

/** Where one column of some rows lies in the bytes: field `first`, then every `step`-th; a negative length is null. */
export interface Fields {
  readonly places: Int32Array;
  readonly lengths: Int32Array;
  readonly first: number;
  readonly step: number;
  readonly rows: number;
}

/** Reads one column of some rows and puts its values from a row on. */
export type ReadValues = (data: Buffer, fields: Fields, values: Values, from: number) => void;

type ReadOne = (data: Buffer, at: number, length: number) => Values[number];

const reader =
  (read: ReadOne): ReadValues =>
  (data, { places, lengths, first, step, rows }, values, from) => {
    for (let row = 0, field = first; row < rows; row++, field += step) {
      const length = lengths[field] as number;
      values[from + row] = length < 0 ? null : read(data, places[field] as number, length);
    }
  };

const readOne: Readonly<Record<ColumnType, () => ReadOne>> = {
  string: internedTexts,
  array: internedTexts,
  integer: () => (data, at) => data.readInt32BE(at),
  number: () => (data, at) => data.readDoubleBE(at),
  boolean: () => (data, at) => data[at] === 1,
  date: () => (data, at) => data.readInt32BE(at) + daysTo2000,
  datetime: () => (data, at) => data.readBigInt64BE(at) + microsecondsTo2000,
};

const bytes: ReadOne = (data, at, length) => data.subarray(at, at + length);

/** One reader for each column of a binary COPY. Texts of a key of one column are left as bytes: none of them comes twice. */
export const valueReaders = ({ columns, primaryKey }: Table): readonly ReadValues[] =>
  columns.map(({ name, type }) =>
    reader(type === 'string' && primaryKey.length === 1 && primaryKey[0] === name ? bytes : readOne[type]()),
  );
