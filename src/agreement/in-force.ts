import {
  eachStanceRowOn,
  isKnown,
  NEVER,
  type Point,
  type StanceColumns,
  stanceRowsOfHolder,
} from './stance-columns.ts';

/** No stance. */
export const NONE = -1;

/** Whether the stance at a row index matches the scope. */
export type Keep = (stanceRow: number) => boolean;

/** Every stance fits. By this very function it is known that nobody has to ask. */
export const keepAll: Keep = () => true;

/** Parties as rows: `ordinals[row]` is a party, `rowOf[ordinal]` its row, or NONE for a party that is not selected. */
export interface PartySelection {
  readonly count: number;
  readonly ordinals: readonly number[];
  readonly rowOf: Int32Array;
}

/** Parties by ordinal, as rows in the order given; `known` is how many parties there are in all. */
export function selectParties(ordinals: readonly number[], known: number): PartySelection {
  const rowOf = new Int32Array(known).fill(NONE);
  for (let row = 0; row < ordinals.length; row++) rowOf[ordinals[row] as number] = row;
  return { count: ordinals.length, ordinals, rowOf };
}

/** Which matrix rows hold a stance, and its row index in the columns: `stanceRows[n]` belongs to `rows[n]`. Reused for every proposition. */
export interface Found {
  readonly rows: Int32Array;
  readonly stanceRows: Int32Array;
}

/** Room for a stance of each of the parties. */
export const roomFor = ({ count }: PartySelection): Found => ({
  rows: new Int32Array(count),
  stanceRows: new Int32Array(count),
});

/** From this many stances per selected party on, looking up each party is faster than scanning all stances. */
const worthSearching = 8;

/**
 * The stance that each selected party has in force on a proposition: the known one held from the latest day not after the point's, unless
 * its own end has come. Writes them into `found`, in any order of rows, and gives how many there are. A stance in force that does not fit the
 * scope is not found; it does not bring back the one before it.
 */
export function findInForce(
  columns: StanceColumns,
  proposition: number,
  parties: PartySelection,
  point: Point,
  keep: Keep,
  found: Found,
): number {
  const start = columns.start[proposition] as number;
  const end = columns.start[proposition + 1] as number;
  const isSettled = isSettledAt(columns, proposition, point);
  const pass = isSettled ? passBySettled : passBy;
  let count = 0;
  if (end - start <= worthSearching * parties.count) count = pass(columns, start, end, parties, point, found, 0);
  else {
    for (const party of parties.ordinals) {
      const first = firstOf(columns, party, start, end);
      count = pass(columns, first, endOf(columns, party, first, end), parties, point, found, count);
    }
  }
  const tail = columns.tail.get(proposition);
  if (tail !== undefined) count = takeLater(columns, tail, parties, point, found, count);
  else if (isSettled && keep === keepAll) return count;
  return keepFitting(columns, point, keep, found, count);
}

/** Whether nothing about the sorted stances on a proposition depends on the point. */
const isSettledAt = ({ settled }: StanceColumns, proposition: number, { day, revision }: Point): boolean =>
  (settled.day[proposition] as number) <= day && (settled.revision[proposition] as number) <= revision;

/** Calls `visit` with every row index of the selected parties on a proposition. */
export function visitStanceRows(
  columns: StanceColumns,
  proposition: number,
  parties: PartySelection,
  visit: (stanceRow: number) => void,
): void {
  const start = columns.start[proposition] as number;
  const end = columns.start[proposition + 1] as number;
  const ofParties = (stanceRow: number) => {
    if (parties.rowOf[columns.party[stanceRow] as number] !== NONE) visit(stanceRow);
  };
  if (end - start <= worthSearching * parties.count) {
    for (let stanceRow = start; stanceRow < end; stanceRow++) ofParties(stanceRow);
  } else {
    for (const party of parties.ordinals) {
      const first = firstOf(columns, party, start, end);
      const last = endOf(columns, party, first, end);
      for (let stanceRow = first; stanceRow < last; stanceRow++) visit(stanceRow);
    }
  }
  columns.tail.get(proposition)?.forEach(ofParties);
}

/** Binary search: the first sorted row index whose party has this ordinal or a greater one. */
function firstOf({ party }: StanceColumns, wanted: number, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((party[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the stances of a party end that begin at `first`. They are few, so a second search would take longer. */
function endOf({ party }: StanceColumns, wanted: number, first: number, end: number): number {
  let next = first;
  while (next < end && party[next] === wanted) next++;
  return next;
}

/** Takes the latest stance of each party from sorted row indexes. A plain loop, because it visits every stance of a large scope. */
function passBy(
  { party, heldFrom, addedIn, retiredIn }: StanceColumns,
  start: number,
  end: number,
  { rowOf }: PartySelection,
  { day, revision }: Point,
  { rows, stanceRows }: Found,
  found: number,
): number {
  let count = found;
  for (let stanceRow = start; stanceRow < end; stanceRow++) {
    const row = rowOf[party[stanceRow] as number] as number;
    if (row === NONE || (heldFrom[stanceRow] as number) > day) continue;
    if ((addedIn[stanceRow] as number) > revision || (retiredIn[stanceRow] as number) <= revision) continue;
    // The stances of one party stand together, the latest last.
    if (count === found || rows[count - 1] !== row) rows[count++] = row;
    stanceRows[count - 1] = stanceRow;
  }
  return count;
}

/** The same on a settled proposition, where nothing but the party has to be looked at: every other column is memory that is not near. */
function passBySettled(
  { party }: StanceColumns,
  start: number,
  end: number,
  { rowOf }: PartySelection,
  _point: Point,
  { rows, stanceRows }: Found,
  found: number,
): number {
  let count = found;
  for (let stanceRow = start; stanceRow < end; stanceRow++) {
    const row = rowOf[party[stanceRow] as number] as number;
    if (row === NONE) continue;
    if (count === found || rows[count - 1] !== row) rows[count++] = row;
    stanceRows[count - 1] = stanceRow;
  }
  return count;
}

/** Takes what later revisions added: it comes in any order. */
function takeLater(
  columns: StanceColumns,
  tail: readonly number[],
  { rowOf }: PartySelection,
  { day, revision }: Point,
  { rows, stanceRows }: Found,
  found: number,
): number {
  let count = found;
  for (const stanceRow of tail) {
    const row = rowOf[columns.party[stanceRow] as number] as number;
    const from = columns.heldFrom[stanceRow] as number;
    if (row === NONE || from > day || !isKnown(columns, stanceRow, revision)) continue;
    const index = rows.subarray(0, count).indexOf(row);
    if (index !== -1 && (columns.heldFrom[stanceRows[index] as number] as number) >= from) continue;
    rows[index === -1 ? count : index] = row;
    stanceRows[index === -1 ? count++ : index] = stanceRow;
  }
  return count;
}

/** Leaves out what has ended or does not fit. */
function keepFitting(
  { heldUntil }: StanceColumns,
  { day }: Point,
  keep: Keep,
  { rows, stanceRows }: Found,
  found: number,
): number {
  let count = 0;
  for (let index = 0; index < found; index++) {
    const stanceRow = stanceRows[index] as number;
    if ((heldUntil[stanceRow] as number) <= day || !keep(stanceRow)) continue;
    rows[count] = rows[index] as number;
    stanceRows[count++] = stanceRow;
  }
  return count;
}

/** The same by matrix row: the row index of the stance that each party has in force, or NONE. */
export function inForceOn(
  columns: StanceColumns,
  proposition: number,
  parties: PartySelection,
  point: Point,
  keep: Keep,
): Int32Array {
  const found = roomFor(parties);
  const count = findInForce(columns, proposition, parties, point, keep, found);
  const byRow = new Int32Array(parties.count).fill(NONE);
  for (let index = 0; index < count; index++) byRow[found.rows[index] as number] = found.stanceRows[index] as number;
  return byRow;
}

/**
 * The first day on which a known stance is no longer in force: the earlier of its own end and the next day from which the same party holds a
 * stance on the same proposition. NEVER while it is still in force.
 */
export function inForceUntil(columns: StanceColumns, stanceRow: number, revision: number): number {
  const own = columns.heldUntil[stanceRow] as number;
  const next = neighbour(columns, stanceRow, revision, 1);
  return next === NONE ? own : Math.min(own, columns.heldFrom[next] as number);
}

/** The known stance of the same party and proposition just after (step 1) or before (step -1) a row index in valid time, or NONE. */
export function neighbour(columns: StanceColumns, stanceRow: number, revision: number, step: 1 | -1): number {
  const { heldFrom } = columns;
  const from = heldFrom[stanceRow] as number;
  let nearest = NONE;
  for (const other of stanceRowsOfHolder(columns, stanceRow)) {
    const distance = step * ((heldFrom[other] as number) - from);
    if (distance <= 0 || !isKnown(columns, other, revision)) continue;
    if (nearest === NONE || distance < step * ((heldFrom[nearest] as number) - from)) nearest = other;
  }
  return nearest;
}

/** The days, ascending, on which a stance of a selected party on the proposition begins or ends, up to the point's day. */
export function turningDays(
  columns: StanceColumns,
  proposition: number,
  parties: PartySelection,
  point: Point,
): number[] {
  const days = new Set<number>();
  eachStanceRowOn(columns, proposition, (stanceRow) => {
    if (parties.rowOf[columns.party[stanceRow] as number] === NONE || !isKnown(columns, stanceRow, point.revision))
      return;
    days.add(columns.heldFrom[stanceRow] as number);
    if (columns.heldUntil[stanceRow] !== NEVER) days.add(columns.heldUntil[stanceRow] as number);
  });
  return [...days].filter((day) => day <= point.day).sort((a, b) => a - b);
}
