import { type Agreement, agreementOf, agreementOfPair, pairsOf } from '#agreement/agreement.ts';
import { tabulateRows } from '#agreement/contingency.ts';
import { type Interval, intervalOf } from '#agreement/intervals/interval.ts';
import { noValue } from '#agreement/measures/kernel.ts';
import { countsAbsences } from '#agreement/measures/measure.ts';
import type { Policy } from '#agreement/policy.ts';
import { levels } from '#agreement/position.ts';
import type { Party } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { type Comparison, unlessAbsencesLack } from '../comparison.ts';
import { intervalOfPair } from '../intervals.ts';
import { type SeriesQuestion, type Slice, slicesOf } from './series-slices.ts';

/** How the agreement of parties moved from period to period. */
export interface AgreementSeries extends SeriesQuestion {
  /** All that were asked about: first those of the series itself, then those with which the first of them is compared one by one. */
  readonly parties: readonly Party[];
  /** How many parties the series itself is of. */
  readonly own: number;
  /** The earliest first. */
  readonly slices: readonly Slice[];
}

/** The parties over a period: all of a series, or two of them by their rows. */
export interface SeriesPoint {
  readonly slice: Slice;
  readonly pair: readonly [number, number] | null;
  readonly numbers: Agreement;
}

/** The series of the first `own` parties; the others are those with which the first one is compared. */
export const agreementSeries = (question: SeriesQuestion, own: number): AgreementSeries => ({
  ...question,
  own,
  slices: slicesOf(question),
});

const nobodyElse: Agreement = {
  result: noValue('TOO_FEW_PARTIES'),
  shared: 0,
  pairs: 0,
  same: 0,
  partial: 0,
  opposite: 0,
};

/** The points of the series itself; a period without a value is one with a reason. */
export const ownPoints = oncePer(({ slices, own, parties, policy }: AgreementSeries): readonly SeriesPoint[] => {
  if (own === 2) return pointsOfPair(slices, policy, 0, 1);
  return slices.map((slice) => {
    const { policied } = slice.comparison;
    if (own < parties.length) return { slice, pair: null, numbers: nobodyElse };
    const found = agreementOf(policied, policy.measure, policy.minimumShared);
    const sharedIn = (usual: typeof slice.comparison) => agreementOf(usual.policied, 'AGREEMENT', 1).shared;
    return { slice, pair: null, numbers: unlessAbsencesLack(slice.comparison, found, sharedIn) };
  });
});

const madeWith = oncePer((_series: AgreementSeries) => new Map<number, readonly SeriesPoint[]>());

/** The points of the first party with one of those that it is compared with. */
export function pointsWith(series: AgreementSeries, row: number): readonly SeriesPoint[] {
  const made = madeWith(series);
  const points = made.get(row) ?? pointsOfPair(series.slices, series.policy, 0, row);
  made.set(row, points);
  return points;
}

function pointsOfPair(
  slices: readonly Slice[],
  { measure, minimumShared }: Policy,
  a: number,
  b: number,
): SeriesPoint[] {
  const counts = new Uint32Array(levels * levels);
  return slices.map((slice) => {
    const found = agreementOfPair(tableIn(slice, a, b, counts), measure, minimumShared);
    const sharedIn = (usual: Comparison) => tabulateRows(usual.policied, a, b, counts).total;
    const numbers = countsAbsences(measure) ? unlessAbsencesLack(slice.comparison, found, sharedIn) : found;
    return { slice, pair: [a, b], numbers };
  });
}

const tableIn = (slice: Slice, a: number, b: number, counts: Uint32Array<ArrayBuffer>) =>
  slice.within === null
    ? tabulateRows(slice.comparison.policied, a, b, counts)
    : tabulateRows(slice.within.whole.policied, a, b, counts, slice.within.first, slice.within.length);

/** The interval of the value of a point at a level, 0 to 1. */
export function intervalAt({ slice, pair, numbers }: SeriesPoint, level: number): Interval {
  const { policied, policy, parties } = slice.comparison;
  const { measure, minimumShared } = policy;
  if (pair === null) {
    // Not `intervalIn`, which keeps the tables of all pairs for as long as the comparison lives.
    const pairs = numbers.result.value === null ? [] : pairsOf(policied, measure);
    return intervalOf(policied, pairs, numbers.result, measure, minimumShared, level);
  }
  const [a, b] = pair;
  const [party, other] = [parties[a], parties[b]] as [Party, Party]; // rows of the comparison
  const { result, shared } = numbers;
  return intervalOfPair({ comparison: slice.comparison, a, b, party, other, value: result.value, shared }, level);
}
