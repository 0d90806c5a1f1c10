import type { ColumnValues } from '../source/source.ts';

/** Offsets of one column of some rows in the bytes: field `first`, then every `step`-th; a negative length is null. */
export interface Fields {
  readonly places: Int32Array;
  readonly lengths: Int32Array;
  readonly first: number;
  readonly step: number;
  readonly rows: number;
}

/** Reads one column of a binary COPY into arrays that are reused for every batch. */
export interface FieldReader {
  readonly values: ColumnValues;
  /** Reads the fields of some rows, starting with row `from` of the batch. */
  read(data: Buffer, fields: Fields, from: number): void;
}
