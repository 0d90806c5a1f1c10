import { type PartySelection, selectParties } from '#agreement/in-force.ts';
import { type AbsenceColumns, NEVER, type StanceColumns, settledOf } from '#agreement/stance-columns.ts';

/** One recorded version of a stance. Parties and propositions are ordinals, days are numbers of days. */
export interface StanceRecord {
  readonly party: number;
  readonly proposition?: number;
  /** Half steps, -2 to 2. */
  readonly position: number;
  readonly from: number;
  readonly until?: number;
  readonly addedIn?: number;
  readonly retiredIn?: number;
}

/** How many parties and propositions the columns below know. */
export const known = 4;

/**
 * The place of a record in the columns is not its place in the list; that is its `id`. Records added after revision `sortedUpTo` follow
 * the sorted ones in the order in which they came.
 */
export function stanceColumns(
  records: readonly StanceRecord[],
  sortedUpTo = NEVER,
  propositions = known,
): StanceColumns {
  const rows = records
    .map((record, id) => ({ proposition: 0, until: NEVER, addedIn: 1, retiredIn: NEVER, ...record, id }))
    .sort((a, b) => a.proposition - b.proposition || a.party - b.party || a.from - b.from || a.addedIn - b.addedIn);
  const sorted = rows.filter(({ addedIn }) => addedIn <= sortedUpTo);
  const later = rows.filter(({ addedIn }) => addedIn > sortedUpTo).sort((a, b) => a.addedIn - b.addedIn);
  return columnsOf([...sorted, ...later], startsOf(sorted, propositions), sorted.length);
}

type Row = Required<StanceRecord> & { readonly id: number };

function columnsOf(rows: readonly Row[], start: Uint32Array, sorted: number): StanceColumns {
  const tail = new Map<number, number[]>();
  rows.forEach(({ proposition }, stanceRow) => {
    if (stanceRow >= sorted) tail.set(proposition, [...(tail.get(proposition) ?? []), stanceRow]);
  });
  const dated = {
    start,
    heldFrom: Int32Array.from(rows, ({ from }) => from),
    heldUntil: Int32Array.from(rows, ({ until }) => until),
    addedIn: Int32Array.from(rows, ({ addedIn }) => addedIn),
    retiredIn: Int32Array.from(rows, ({ retiredIn }) => retiredIn),
  };
  return {
    ...dated,
    length: rows.length,
    id: Int32Array.from(rows, ({ id }) => id),
    party: Uint16Array.from(rows, ({ party }) => party),
    proposition: Uint32Array.from(rows, ({ proposition }) => proposition),
    position: Int8Array.from(rows, ({ position }) => position),
    traits: new Uint8Array(rows.length),
    confirmedAfter: new Uint16Array(rows.length),
    confirmations: new Map(),
    tail,
    settled: settledOf(dated),
  };
}

export interface AbsenceRecord {
  readonly party: number;
  readonly proposition?: number;
  readonly day: number;
  readonly addedIn?: number;
  readonly retiredIn?: number;
}

export function absenceColumns(records: readonly AbsenceRecord[], propositions = known): AbsenceColumns {
  const rows = records
    .map((record) => ({ proposition: 0, addedIn: 1, retiredIn: NEVER, ...record }))
    .sort((a, b) => a.proposition - b.proposition || a.party - b.party || a.day - b.day);
  return {
    length: rows.length,
    party: Uint16Array.from(rows, ({ party }) => party),
    day: Int32Array.from(rows, ({ day }) => day),
    addedIn: Int32Array.from(rows, ({ addedIn }) => addedIn),
    retiredIn: Int32Array.from(rows, ({ retiredIn }) => retiredIn),
    start: startsOf(rows, propositions),
  };
}

const startsOf = (rows: readonly { readonly proposition: number }[], propositions: number) =>
  Uint32Array.from(
    { length: propositions + 1 },
    (_, proposition) => rows.filter((row) => row.proposition < proposition).length,
  );

/** Parties by ordinal, in the order given. */
export const parties = (...ordinals: readonly number[]): PartySelection => selectParties(ordinals, known);
