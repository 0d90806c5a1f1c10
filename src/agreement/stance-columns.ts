/** In a column of days or revisions: no end. */
export const NEVER = 0x7fffffff;

/**
 * Stances in columns, one place per recorded version, retired ones included; sorted by proposition, party, held from, added in. Parties
 * and propositions are ordinals (places in the lists beside which the columns live); days are counted from 1970-01-01.
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
  /** NEVER while it stands. */
  readonly retiredIn: Int32Array;
  /** Ordinals of closed sets that the loader names. */
  readonly basis: Uint8Array;
  readonly confidence: Uint8Array;
  readonly precision: Uint8Array;
  /** `start[p]` to `start[p + 1]` are the places of proposition p. */
  readonly start: Uint32Array;
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
