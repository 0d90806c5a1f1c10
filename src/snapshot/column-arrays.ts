import { fromHalfSteps } from '#agreement/position.ts';
import type { StanceColumns } from '#agreement/stance-columns.ts';
import { bases, confidences, precisions, traits } from './closed-sets.ts';

/** The columns alone. */
export type ColumnArrays = Omit<StanceColumns, 'length' | 'start' | 'tail' | 'settled' | 'confirmations'>;

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
  traits: new Uint8Array(shared(capacity, Uint8Array)),
  confirmedAfter: new Uint16Array(shared(capacity, Uint16Array)),
});

const names = Object.keys(columnArrays(0)) as (keyof ColumnArrays)[];

/** Copies the rows at `from` to indexes 0, 1, … of new columns with a capacity. */
export function gathered(columns: ColumnArrays, from: Uint32Array, capacity: number): ColumnArrays {
  const result = columnArrays(capacity);
  for (const name of names) {
    const source = columns[name];
    const target = result[name];
    for (let stanceRow = 0; stanceRow < from.length; stanceRow++)
      target[stanceRow] = source[from[stanceRow] as number] as number;
  }
  return result;
}

/** The same rows in columns of a larger capacity. */
export function grown(columns: ColumnArrays, capacity: number): ColumnArrays {
  const result = columnArrays(capacity);
  for (const name of names) result[name].set(columns[name] as never); // source and target have the same type
  return result;
}

/** Where each bucket begins, when `length` values are put into buckets in order; one more at the end. */
export function bucketStarts(values: ArrayLike<number>, length: number, buckets: number): Uint32Array {
  const start = new Uint32Array(buckets + 1);
  for (let index = 0; index < length; index++) {
    const bucket = (values[index] as number) + 1;
    start[bucket] = (start[bucket] as number) + 1;
  }
  for (let bucket = 1; bucket <= buckets; bucket++)
    start[bucket] = (start[bucket] as number) + (start[bucket - 1] as number);
  return start;
}

/** Row indexes in the order of their values; equal ones keep their order. */
function stablySorted(stanceRows: Uint32Array, values: ArrayLike<number>, buckets: number): Uint32Array {
  const next = bucketStarts(values, stanceRows.length, buckets);
  const result = new Uint32Array(stanceRows.length);
  for (const stanceRow of stanceRows) {
    const bucket = values[stanceRow] as number;
    const target = next[bucket] as number;
    result[target] = stanceRow;
    next[bucket] = target + 1;
  }
  return result;
}

/**
 * Row indexes in the order of proposition, party, held from, added in. Counting sorts on the ordinals, then insertion within the few versions that
 * one party has on one proposition: linear in all.
 */
export function sortedStanceRows(
  columns: ColumnArrays,
  length: number,
  parties: number,
  propositions: number,
): Uint32Array {
  const all = Uint32Array.from({ length }, (_, stanceRow) => stanceRow);
  const stanceRows = stablySorted(stablySorted(all, columns.party, parties), columns.proposition, propositions);
  for (let index = 1; index < length; index++) {
    const stanceRow = stanceRows[index] as number;
    let slot = index;
    while (slot > 0 && belongsBefore(columns, stanceRow, stanceRows[slot - 1] as number)) {
      stanceRows[slot] = stanceRows[slot - 1] as number;
      slot--;
    }
    stanceRows[slot] = stanceRow;
  }
  return stanceRows;
}

function belongsBefore(columns: ColumnArrays, a: number, b: number): boolean {
  if (columns.proposition[a] !== columns.proposition[b] || columns.party[a] !== columns.party[b]) return false;
  const days = (columns.heldFrom[a] as number) - (columns.heldFrom[b] as number);
  return days < 0 || (days === 0 && (columns.addedIn[a] as number) < (columns.addedIn[b] as number));
}

/** Days since 1970-01-01, in SQL. */
export const daySql = (column: string): string => `(${column} - date '1970-01-01')`;

/** The index of an enum value in a list, in SQL. */
export const indexSql = (column: string, values: readonly string[]): string =>
  `CASE ${column} ${values.map((value, stanceRow) => `WHEN '${value}' THEN ${stanceRow}`).join(' ')} END`;

const positions = [-2, -1, 0, 1, 2].map(fromHalfSteps);
const positionShift = 8;

const packed = [
  `((${indexSql('position', positions)}) << ${positionShift})`,
  `((${indexSql('basis', bases)}) << ${traits.basis.shift})`,
  `((${indexSql('confidence', confidences)}) << ${traits.confidence.shift})`,
  `((${indexSql('held_from_precision', precisions)}) << ${traits.precision.shift})`,
];

/** What the snapshot needs of a stance, as integers: see the fields below. */
export const stanceQuery = (condition = 'true'): string => `
  SELECT id, party_id, proposition_id, ${daySql('held_from')}, ${daySql('held_until')}, added_in, retired_in, ${packed.join(' | ')}
  FROM stance WHERE ${condition}`;

/** The fields of a row of `stanceQuery`, by index. */
export const stanceField = {
  id: 0,
  party: 1,
  proposition: 2,
  heldFrom: 3,
  heldUntil: 4,
  addedIn: 5,
  retiredIn: 6,
  packed: 7,
} as const;

/** In half steps, of the field in which it is packed with the traits, which are its lowest byte. */
export const positionIn = (packed: number): number => (packed >> positionShift) - 2;
