import { dateOfDay, dayNumber } from '../words/dates.ts';
import type { Lane } from './lane.ts';

/** The time axis, from left to right. */
export interface Axis {
  readonly first: number;
  readonly last: number;
  /** The first days of the years that are labelled. */
  readonly years: readonly { readonly year: number; readonly day: number }[];
}

const steps = [1, 2, 5, 10, 20, 50] as const;
const mostYears = 8;

/** An axis that contains all lanes and a day, from the start of a year to the end of one. */
export function axisOf(lanes: readonly Lane[], day: number): Axis {
  const days = lanes.flatMap(({ spans }) =>
    spans.flatMap(({ from, until }) => (until === null ? [from] : [from, until])),
  );
  const yearOf = (number: number) => Number(dateOfDay(number).slice(0, 4));
  const firstOf = (year: number) => dayNumber(`${String(year).padStart(4, '0')}-01-01`);
  let [low, high] = [day, day];
  for (const one of days) {
    low = Math.min(low, one);
    high = Math.max(high, one);
  }
  const [from, to] = [yearOf(low), yearOf(high) + 1];
  const step = steps.find((one) => (to - from) / one <= mostYears) ?? 100;
  const years: Axis['years'][number][] = [];
  for (let year = Math.ceil(from / step) * step; year < to; year += step) years.push({ year, day: firstOf(year) });
  return { first: firstOf(from), last: firstOf(to), years };
}

/** Where a day is on an axis, as a fraction from 0 to 1. */
export const axisFraction = (day: number, { first, last }: Axis): number =>
  Math.min(1, Math.max(0, (day - first) / (last - first)));
