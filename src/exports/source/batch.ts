/** Texts of some rows, in UTF-8. */
export interface TextValues {
  readonly kind: 'text';
  /** One text after the other, nothing for an empty value. */
  readonly bytes: Uint8Array;
  /** Where the text of each row ends; it begins where the one before ends. */
  readonly ends: Int32Array;
  /** 1 where the row has a value, 0 where it is empty. */
  readonly present: Uint8Array;
}

/** Numbers of some rows: days since 1970, microseconds since then, 0 and 1 for false and true, or what the name says. */
export interface NumberValues {
  readonly kind: 'number';
  /** Anything where a row has no value. */
  readonly numbers: Int32Array | Float64Array | BigInt64Array | Uint8Array;
  readonly present: Uint8Array;
}

export type ColumnValues = TextValues | NumberValues;

/** Some rows, column by column. Arrays may be longer than `length`, and the next batch may have the same ones. */
export interface Batch {
  readonly length: number;
  readonly columns: readonly ColumnValues[];
}
