import type { TrendPointFragment, TrendQuery, TurnFragment } from '../generated/graphql.ts';
import { dayNumber } from '../words/dates.ts';
import type { Request } from './question.ts';

/** The agreement in one period. */
export interface Point extends TrendPointFragment {
  /** The middle of the period, as a day number. */
  readonly middle: number;
  /** Where the value would probably lie; null where it was not asked or there is none. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** A line of a trend: the agreement of two parties or more, period by period, gaps included. */
export interface Line {
  readonly key: string;
  readonly name: string;
  readonly points: readonly Point[];
  readonly turns: readonly TurnFragment[];
  /** What was asked of the API, of this line alone. */
  readonly asked: Request;
}

type Series = NonNullable<TrendQuery['agreementSeries']>;
type Asked = { readonly interval?: { readonly low: number | null; readonly high: number | null } };

const pointOf = ({ interval, ...point }: TrendPointFragment & Asked): Point => ({
  ...point,
  middle: (dayNumber(point.from) + dayNumber(point.until)) / 2,
  interval:
    interval == null || interval.low === null || interval.high === null
      ? null
      : { low: interval.low, high: interval.high },
});

const alone = ({ scope, policy, by }: Request, parties: readonly string[]): Request => ({
  parties,
  scope,
  policy,
  by,
});

/** The line of all parties of a series together. */
export const lineTogether = (series: Series, asked: Request, key: string, name: string): Line => ({
  key,
  name,
  points: series.points.map(pointOf),
  turns: series.turningPoints,
  asked: alone(asked, asked.parties),
});

/** A line for each pair of a series of one party with others; where all are of that party, the others alone name them. */
export const linesWith = (series: Series, asked: Request, isOfOne: boolean): readonly Line[] =>
  series.with.map(({ party, points, turningPoints }) => {
    const [one] = series.parties;
    return {
      key: `${one?.key}-${party.key}`,
      name: isOfOne ? party.name : `${one?.name} – ${party.name}`,
      points: points.map(pointOf),
      turns: turningPoints,
      asked: alone(asked, [one?.key ?? '', party.key]),
    };
  });

/** A value that rests on fewer propositions says little by itself. */
export const fewShared = 5;

/** Whether a point has a value that rests on enough. */
export const isFirm = ({ value, shared }: Point): boolean => value !== null && shared >= fewShared;

/** Lines that say something: with at least one value. */
export const withValues = (lines: readonly Line[]): readonly Line[] =>
  lines.filter(({ points }) => points.some(({ value }) => value !== null));

/** All periods of some lines, each once, in their order. */
export function periodsOf(lines: readonly Line[]): readonly Pick<Point, 'label' | 'from' | 'until' | 'middle'>[] {
  const periods = new Map<string, Point>();
  for (const { points } of lines) for (const point of points) periods.set(`${point.from} ${point.label}`, point);
  return [...periods.values()].sort((a, b) => a.middle - b.middle);
}
