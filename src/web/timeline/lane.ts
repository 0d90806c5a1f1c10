import type { Position, StanceLineFragment } from '../generated/graphql.ts';
import { endOf } from '../record/in-force.ts';
import { dayNumber } from '../words/dates.ts';

/** A position with the period in which it was held, in days. */
export interface Span {
  readonly key: string;
  readonly position: Position;
  readonly from: number;
  /** Null: still held. */
  readonly until: number | null;
  readonly stance: StanceLineFragment;
}

/** The positions of one party on one proposition, in order of time. */
export interface Lane {
  readonly key: string;
  readonly label: string;
  readonly spans: readonly Span[];
}

/** Stances as lanes, one for each proposition or each party, in the order of their first stance. */
export function lanesOf(stances: readonly StanceLineFragment[], by: 'party' | 'proposition'): readonly Lane[] {
  const groups = Map.groupBy(stances, (stance) => stance[by].key);
  return [...groups].map(([key, [first, ...rest]]) => ({
    key,
    label: first === undefined ? key : by === 'party' ? first.party.name : first.proposition.text,
    spans: (first === undefined ? [] : [first, ...rest]).map(spanOf).sort((a, b) => a.from - b.from),
  }));
}

function spanOf(stance: StanceLineFragment): Span {
  const end = endOf(stance);
  const { key, position, heldFrom } = stance;
  return { key, position, from: dayNumber(heldFrom), until: end === null ? null : dayNumber(end), stance };
}
