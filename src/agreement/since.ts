import { inForceOn, type Keep, NONE, type PartySelection, turningDays } from './in-force.ts';
import type { Point, StanceColumns } from './stance-columns.ts';
import { UNKNOWN } from './stance-matrix.ts';
import { verdictOf } from './verdict.ts';

/**
 * The first day of the unbroken present verdict of the parties on a proposition, on the side it is on now. Restating a position does not
 * reset it; a change of side does. Null when the verdict is UNKNOWN.
 */
export function since(
  columns: StanceColumns,
  proposition: number,
  parties: PartySelection,
  point: Point,
  keep: Keep,
): number | null {
  const verdictOn = (day: number) => {
    const places = inForceOn(columns, proposition, parties, { ...point, day }, keep);
    const { verdict, side } = verdictOf(
      Array.from(places, (place) => (place === NONE ? UNKNOWN : (columns.position[place] as number))),
    );
    return `${verdict} ${side}`;
  };
  const present = verdictOn(point.day);
  if (present.startsWith('UNKNOWN')) return null;
  let first: number | null = null;
  for (const day of turningDays(columns, proposition, parties, point).reverse()) {
    if (verdictOn(day) !== present) break;
    first = day;
  }
  return first;
}
