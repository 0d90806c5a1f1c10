import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type AbsenceColumns, NEVER, type StanceColumns, settledOf } from '#agreement/stance-columns.ts';
import type { Catalogue, Party, Proposition } from './catalogue.ts';
import {
  bucketStarts,
  type ColumnArrays,
  columnArrays,
  daySql,
  gathered,
  grown,
  positionIn,
  sortedStanceRows,
  stanceField,
  stanceQuery,
} from './column-arrays.ts';
import { oncePer } from './once-per.ts';

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
