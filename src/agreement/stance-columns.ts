/** In a column of days or revisions: no end. */
export const NEVER = 0x7fffffff;

/**
 * Stances in columns, one row per recorded version, including retired ones. Parties and propositions are ordinals (indexes in the lists
 * beside which the columns live); days are counted from 1970-01-01. The columns may be longer than `length`: what lies beyond it belongs to a
 * later revision, which shares them.
 *
 * The first `start[propositions]` rows are sorted by proposition, party, held from, added in; rows added by later revisions follow in the
 * order in which they were added, and `tail` lists their indexes by proposition.
 */
export interface StanceColumns {
  readonly length: number;
  readonly id: Int32Array;
  readonly party: Uint16Array;
  readonly proposition: Uint32Array;
  /** Half steps, -2 to 2. */
  readonly position: Int8Array;
  readonly heldFrom: Int32Array;
  /** The first day on which it is no longer held, or NEVER. */
  readonly heldUntil: Int32Array;
  readonly addedIn: Int32Array;
  /** NEVER until it is retired. */
  readonly retiredIn: Int32Array;
  /** Ordinals of closed sets, packed by the loader. */
  readonly traits: Uint8Array;
  /** Days from held from until it was last confirmed; ELSEWHERE: `confirmations` says on which day. See `lastConfirmed`. */
  readonly confirmedAfter: Uint16Array;
  readonly confirmations: Confirmations;
  /** `start[p]` to `start[p + 1]` are the sorted rows of proposition p. */
  readonly start: Uint32Array;
  readonly tail: ReadonlyMap<number, readonly number[]>;
  readonly settled: Settled;
}

/** From a revision on, the day on which a stance was last confirmed. */
export interface Confirmation {
  readonly revision: number;
  readonly day: number;
}

/** By row index, what the column of days does not hold: by revision, ascending, the first one that in which the stance was added. */
export type Confirmations = ReadonlyMap<number, readonly Confirmation[]>;

/**
 * By proposition: the day and the revision from which on nothing about its sorted stances depends on the point in time queried. All of them have
 * begun and none ends; all of them are known and none was retired. NEVER where one ends, or was retired.
 */
export interface Settled {
  readonly day: Int32Array;
  readonly revision: Int32Array;
}

/** Recorded absences, in the same way; sorted by proposition, party, day. */
export interface AbsenceColumns {
  readonly length: number;
  readonly party: Uint16Array;
  readonly day: Int32Array;
  readonly addedIn: Int32Array;
  readonly retiredIn: Int32Array;
  readonly start: Uint32Array;
}

/** A day of valid time and a revision of recorded time: "what we knew at revision 12 about 1 March 2022". */
export interface Point {
  readonly day: number;
  readonly revision: number;
}

/** Whether a row was known at a revision: added by then, and not retired by then. */
export const isKnownAt = (addedIn: number, retiredIn: number, revision: number): boolean =>
  addedIn <= revision && retiredIn > revision;

/** Whether the stance at a row index was known at a revision. */
export const isKnown = (columns: StanceColumns, stanceRow: number, revision: number): boolean =>
  isKnownAt(columns.addedIn[stanceRow] as number, columns.retiredIn[stanceRow] as number, revision);

const none: readonly number[] = [];

/** Calls `visit` with every row index of a proposition. */
export function eachStanceRowOn(columns: StanceColumns, proposition: number, visit: (stanceRow: number) => void): void {
  const end = columns.start[proposition + 1] as number;
  for (let stanceRow = columns.start[proposition] as number; stanceRow < end; stanceRow++) visit(stanceRow);
  for (const stanceRow of columns.tail.get(proposition) ?? none) visit(stanceRow);
}

/** Every row index of a proposition. */
export function stanceRowsOn(columns: StanceColumns, proposition: number): number[] {
  const stanceRows: number[] = [];
  eachStanceRowOn(columns, proposition, (stanceRow) => stanceRows.push(stanceRow));
  return stanceRows;
}

/** Every row index with the same party and proposition as the given one, which is included. */
export function stanceRowsOfHolder(columns: StanceColumns, stanceRow: number): number[] {
  const proposition = columns.proposition[stanceRow] as number;
  const party = columns.party[stanceRow];
  const stanceRows = (columns.tail.get(proposition) ?? none).filter((other) => columns.party[other] === party);
  const end = columns.start[proposition + 1] as number;
  const start = columns.start[proposition] as number;
  // The sorted rows of one party are contiguous.
  let first = stanceRow < end && stanceRow >= start ? stanceRow : start;
  while (first > start && columns.party[first - 1] === party) first--;
  while (first < end && columns.party[first] !== party) first++;
  for (let other = first; other < end && columns.party[other] === party; other++) stanceRows.push(other);
  return stanceRows;
}

type Dated = Pick<StanceColumns, 'start' | 'heldFrom' | 'heldUntil' | 'addedIn' | 'retiredIn'>;

/** When the propositions of columns are settled. */
export function settledOf({ start, heldFrom, heldUntil, addedIn, retiredIn }: Dated): Settled {
  const day = new Int32Array(start.length - 1).fill(-NEVER);
  const revision = new Int32Array(day.length);
  for (let proposition = 0; proposition < day.length; proposition++) {
    let latestDay = -NEVER;
    let latestRevision = 0;
    const end = start[proposition + 1] as number;
    for (let stanceRow = start[proposition] as number; stanceRow < end; stanceRow++) {
      const begins = heldUntil[stanceRow] === NEVER ? (heldFrom[stanceRow] as number) : NEVER;
      const known = retiredIn[stanceRow] === NEVER ? (addedIn[stanceRow] as number) : NEVER;
      if (begins > latestDay) latestDay = begins;
      if (known > latestRevision) latestRevision = known;
    }
    day[proposition] = latestDay;
    revision[proposition] = latestRevision;
  }
  return { day, revision };
}

/** The same for so many propositions, of which the new ones have no sorted stances yet. */
export function extendedSettled(settled: Settled, propositions: number): Settled {
  if (settled.day.length === propositions) return settled;
  const day = new Int32Array(propositions).fill(-NEVER);
  const revision = new Int32Array(propositions);
  day.set(settled.day);
  revision.set(settled.revision);
  return { day, revision };
}

/** The same after stances on some propositions were retired. */
export function unsettled(settled: Settled, propositions: Iterable<number>): Settled {
  const revision = settled.revision.slice();
  for (const proposition of propositions) revision[proposition] = NEVER;
  return { ...settled, revision };
}
