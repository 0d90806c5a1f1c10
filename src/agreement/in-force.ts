import { eachPlaceOn, isKnown, NEVER, type Point, placesOfHolder, type StanceColumns } from './stance-columns.ts';

/** No stance. */
export const NONE = -1;

/** Says of a place in the columns whether the stance fits the scope. */
export type Keep = (place: number) => boolean;

/** The row of each party in a selection: `rowOf[ordinal]` is a row, or NONE for a party that was not asked about. */
export interface PartySelection {
  readonly count: number;
  readonly rowOf: Int32Array;
}

/** Parties by ordinal, as rows in the order given; `known` is how many parties there are in all. */
export function selectParties(ordinals: readonly number[], known: number): PartySelection {
  const rowOf = new Int32Array(known).fill(NONE);
  ordinals.forEach((ordinal, row) => {
    rowOf[ordinal] = row;
  });
  return { count: ordinals.length, rowOf };
}

/**
 * The stance that each selected party has in force on a proposition: the known one held from the latest day not after the point's, unless
 * its own end has come. Gives the place in the columns by row, or NONE. A stance in force that does not fit the scope leaves NONE; it
 * does not bring back the one before it.
 */
export function inForceOn(
  columns: StanceColumns,
  proposition: number,
  parties: PartySelection,
  point: Point,
  keep: Keep,
): Int32Array {
  const places = new Int32Array(parties.count);
  findInForce(columns, proposition, parties, point, keep, places);
  return places;
}

/** The same, into an array that is used again. A plain loop: this is where every stance of a large scope passes by. */
export function findInForce(
  columns: StanceColumns,
  proposition: number,
  { rowOf }: PartySelection,
  { day, revision }: Point,
  keep: Keep,
  places: Int32Array,
): void {
  const { heldFrom, heldUntil, addedIn, retiredIn, party } = columns;
  places.fill(NONE);
  const tail = columns.tail.get(proposition);
  const start = columns.start[proposition] as number;
  const sorted = (columns.start[proposition + 1] as number) - start;
  const count = sorted + (tail === undefined ? 0 : tail.length);
  for (let index = 0; index < count; index++) {
    const place = index < sorted ? start + index : (tail?.[index - sorted] as number);
    const row = rowOf[party[place] as number] as number;
    if (row === NONE || (heldFrom[place] as number) > day) continue;
    if ((addedIn[place] as number) > revision || (retiredIn[place] as number) <= revision) continue;
    const other = places[row] as number;
    if (other === NONE || (heldFrom[other] as number) < (heldFrom[place] as number)) places[row] = place;
  }
  for (let row = 0; row < places.length; row++) {
    const place = places[row] as number;
    if (place !== NONE && ((heldUntil[place] as number) <= day || !keep(place))) places[row] = NONE;
  }
}

/**
 * The first day on which a known stance is no longer in force: the earlier of its own end and the next day from which the same party holds a
 * stance on the same proposition. NEVER while it is still in force.
 */
export function inForceUntil(columns: StanceColumns, place: number, revision: number): number {
  const own = columns.heldUntil[place] as number;
  const next = neighbour(columns, place, revision, 1);
  return next === NONE ? own : Math.min(own, columns.heldFrom[next] as number);
}

/** The known stance of the same party and proposition just after (step 1) or before (step -1) a place in valid time, or NONE. */
export function neighbour(columns: StanceColumns, place: number, revision: number, step: 1 | -1): number {
  const { heldFrom } = columns;
  const from = heldFrom[place] as number;
  let nearest = NONE;
  for (const other of placesOfHolder(columns, place)) {
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
  eachPlaceOn(columns, proposition, (place) => {
    if (parties.rowOf[columns.party[place] as number] === NONE || !isKnown(columns, place, point.revision)) return;
    days.add(columns.heldFrom[place] as number);
    if (columns.heldUntil[place] !== NEVER) days.add(columns.heldUntil[place] as number);
  });
  return [...days].filter((day) => day <= point.day).sort((a, b) => a - b);
}
