import { type Agreement, agreementOf, agreementOfPair, pairsOf } from '#agreement/agreement.ts';
import { type ContingencyTable, noValue, tabulateGroups, tabulateRows } from '#agreement/contingency.ts';
import { type Interval, intervalOf } from '#agreement/intervals/interval.ts';
import { countsAbsences } from '#agreement/measures/measure.ts';
import type { Party } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { type Comparison, unlessAbsencesLack } from '../comparison.ts';
import { intervalOfPair } from '../intervals.ts';
import { type SeriesQuestion, type Slice, type Slices, slicesOf } from './series-slices.ts';

/** How the agreement of parties moved from period to period. */
export interface AgreementSeries extends SeriesQuestion, Slices {
  /** All that were asked about: first those of the series itself, then those with which the first of them is compared one by one. */
  readonly parties: readonly Party[];
  /** How many parties the series itself is of. */
  readonly own: number;
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
  ...slicesOf(question),
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
export const ownPoints = oncePer((series: AgreementSeries): readonly SeriesPoint[] => {
  const { slices, own, parties, policy } = series;
  if (own === 2) return pointsOfPair(series, 0, 1);
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
  const points = made.get(row) ?? pointsOfPair(series, 0, row);
  made.set(row, points);
  return points;
}

function pointsOfPair(series: AgreementSeries, a: number, b: number): SeriesPoint[] {
  const { slices, policy } = series;
  const { measure, minimumShared } = policy;
  const tables = tablesOf(series, a, b);
  const sharedIn = (usual: Comparison) => tabulateRows(usual.policied, a, b).total;
  return slices.map((slice, index) => {
    const found = agreementOfPair(tables[index] as ContingencyTable, measure, minimumShared);
    const numbers = countsAbsences(measure) ? unlessAbsencesLack(slice.comparison, found, sharedIn) : found;
    return { slice, pair: [a, b], numbers };
  });
}

/** The tables of two of the parties, by slice. */
const tablesOf = ({ slices, division }: Slices, a: number, b: number): readonly ContingencyTable[] =>
  division === null
    ? slices.map(({ comparison }) => tabulateRows(comparison.policied, a, b))
    : tabulateGroups(division.whole.policied, a, b, division.sliceOf, slices.length);

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
