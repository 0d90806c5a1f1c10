import type { StanceColumns } from '#agreement/stance-columns.ts';

/** The columns alone. */
export type ColumnArrays = Omit<StanceColumns, 'length' | 'start' | 'tail' | 'settled'>;

/** 30 bytes a stance. */
export const columnArrays = (capacity: number): ColumnArrays => ({
  id: new Int32Array(capacity),
  party: new Uint16Array(capacity),
  proposition: new Uint32Array(capacity),
  position: new Int8Array(capacity),
  heldFrom: new Int32Array(capacity),
  heldUntil: new Int32Array(capacity),
  addedIn: new Int32Array(capacity),
  retiredIn: new Int32Array(capacity),
  basis: new Uint8Array(capacity),
  confidence: new Uint8Array(capacity),
  precision: new Uint8Array(capacity),
});

const names = Object.keys(columnArrays(0)) as (keyof ColumnArrays)[];

/** Copies the rows at `from` into places 0, 1, … of new columns of a capacity. */
export function gathered(columns: ColumnArrays, from: Uint32Array, capacity: number): ColumnArrays {
  const result = columnArrays(capacity);
  for (const name of names) {
    const source = columns[name];
    const target = result[name];
    for (let place = 0; place < from.length; place++) target[place] = source[from[place] as number] as number;
  }
  return result;
}

/** The same rows in columns of a larger capacity. */
export function grown(columns: ColumnArrays, capacity: number): ColumnArrays {
  const result = columnArrays(capacity);
  for (const name of names) result[name].set(columns[name] as never); // source and target have the same type
  return result;
}
