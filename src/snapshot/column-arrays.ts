import type { StanceColumns } from '#agreement/stance-columns.ts';

/** The columns alone. */
export type ColumnArrays = Omit<StanceColumns, 'length' | 'start' | 'tail' | 'settled'>;

/** Memory that all threads of the process see, so that a snapshot need not be copied for those that execute costly queries. */
const shared = (capacity: number, { BYTES_PER_ELEMENT }: { readonly BYTES_PER_ELEMENT: number }) =>
  new SharedArrayBuffer(capacity * BYTES_PER_ELEMENT);

/** 30 bytes a stance. */
export const columnArrays = (capacity: number): ColumnArrays => ({
  id: new Int32Array(shared(capacity, Int32Array)),
  party: new Uint16Array(shared(capacity, Uint16Array)),
  proposition: new Uint32Array(shared(capacity, Uint32Array)),
  position: new Int8Array(shared(capacity, Int8Array)),
  heldFrom: new Int32Array(shared(capacity, Int32Array)),
  heldUntil: new Int32Array(shared(capacity, Int32Array)),
  addedIn: new Int32Array(shared(capacity, Int32Array)),
  retiredIn: new Int32Array(shared(capacity, Int32Array)),
  basis: new Uint8Array(shared(capacity, Uint8Array)),
  confidence: new Uint8Array(shared(capacity, Uint8Array)),
  precision: new Uint8Array(shared(capacity, Uint8Array)),
});

const names = Object.keys(columnArrays(0)) as (keyof ColumnArrays)[];

/** Copies the rows at `from` to indexes 0, 1, … of new columns with a capacity. */
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
