import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { fromHalfSteps } from '#agreement/position.ts';
import { type AbsenceColumns, NEVER, type StanceColumns, settledOf } from '#agreement/stance-columns.ts';
import type { Catalogue, Party, Proposition } from './catalogue.ts';
import { bases, confidences, precisions, traits } from './closed-sets.ts';
import { oncePer } from './once-per.ts';

/** The columns alone. */
export type ColumnArrays = Omit<StanceColumns, 'length' | 'start' | 'tail' | 'settled' | 'confirmations'>;

/** Memory that all threads of the process see, so that a snapshot need not be copied for those that execute costly queries. */
const shared = (capacity: number, { BYTES_PER_ELEMENT }: { readonly BYTES_PER_ELEMENT: number }) =>
  new SharedArrayBuffer(capacity * BYTES_PER_ELEMENT);

/** 30 bytes a stance. */
const columnArrays = (capacity: number): ColumnArrays => ({
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
function sortedStanceRows(columns: ColumnArrays, length: number, parties: number, propositions: number): Uint32Array {
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

const firstCapacity = 1 << 16;

/** Room for what later revisions add before everything has to be read again. */
const slack = (length: number) => Math.max(1024, Math.ceil(length / 32));

/** Every stance ever recorded, streamed into columns; when they were last confirmed is still to be written into them. */
export async function loadStances(
  client: ClientBase,
  parties: Catalogue<Party>,
  propositions: Catalogue<Proposition>,
): Promise<Omit<StanceColumns, 'confirmations'>> {
  const ordinals = { party: ordinalsById(parties), proposition: ordinalsById(propositions) };
  let columns = columnArrays(firstCapacity);
  let length = 0;
  await copyIntegers(client, stanceQuery(), (row) => {
    if (length === columns.id.length) columns = grown(columns, length * 2);
    writeStance(columns, length++, row, ordinals);
  });
  const order = sortedStanceRows(columns, length, parties.list.length, propositions.list.length);
  const sorted = gathered(columns, order, length + slack(length));
  const start = bucketStarts(sorted.proposition, length, propositions.list.length);
  return { ...sorted, length, start, tail: new Map(), settled: settledOf({ ...sorted, start }) };
}

/** Ordinals by the ids of the database, which are small and dense. */
export const ordinalsById = oncePer(({ list }: Catalogue<Party | Proposition>): Uint32Array => {
  const ordinals = new Uint32Array(list.reduce((most, { id }) => Math.max(most, id), 0) + 1);
  for (const { id, ordinal } of list) ordinals[id] = ordinal;
  return ordinals;
});

/** Writes a row of `stanceQuery` at a row index. */
export function writeStance(
  columns: ColumnArrays,
  stanceRow: number,
  row: ArrayLike<number>,
  ordinals: { readonly party: Uint32Array; readonly proposition: Uint32Array },
): void {
  const field = (name: keyof typeof stanceField) => row[stanceField[name]] as number;
  const packed = field('packed');
  columns.id[stanceRow] = field('id');
  columns.party[stanceRow] = ordinals.party[field('party')] as number;
  columns.proposition[stanceRow] = ordinals.proposition[field('proposition')] as number;
  columns.position[stanceRow] = positionIn(packed);
  columns.heldFrom[stanceRow] = field('heldFrom');
  columns.heldUntil[stanceRow] = field('heldUntil');
  columns.addedIn[stanceRow] = field('addedIn');
  columns.retiredIn[stanceRow] = field('retiredIn');
  columns.traits[stanceRow] = packed; // its lowest byte
  columns.confirmedAfter[stanceRow] = 0;
}

/** Every absence ever recorded, in columns. */
export async function loadAbsences(
  client: ClientBase,
  parties: Catalogue<Party>,
  propositions: Catalogue<Proposition>,
): Promise<AbsenceColumns> {
  const partyOrdinals = ordinalsById(parties);
  const propositionOrdinals = ordinalsById(propositions);
  const rows: number[][] = [];
  const query = `
    SELECT party_id, proposition_id, ${daySql('date')}, added_in, retired_in FROM absence
    ORDER BY proposition_id, party_id, date, added_in`;
  await copyIntegers(client, query, (row) => rows.push([...row]));
  const column = (field: number) => rows.map((row) => row[field] as number);
  // Ordinals follow ids, so the order of the query is that of the columns.
  const proposition = column(1).map((id) => propositionOrdinals[id] as number);
  return {
    length: rows.length,
    party: Uint16Array.from(column(0), (id) => partyOrdinals[id] as number),
    day: Int32Array.from(column(2)),
    addedIn: Int32Array.from(column(3)),
    retiredIn: Int32Array.from(column(4)),
    start: bucketStarts(proposition, rows.length, propositions.list.length),
  };
}

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
