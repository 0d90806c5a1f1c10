import { visitPairs } from '#agreement/agreement.ts';
import { tabulateRows, type VisitPair } from '#agreement/contingency.ts';
import { type Interval, intervalOf, pairInterval } from '#agreement/intervals/interval.ts';
import { countsAbsences } from '#agreement/measures/measure.ts';
import { type AgreementMatrix, type PartyPair, setBoth, squareOf } from './agreement-matrix.ts';
import { agreementIn, type Comparison, pairsIn } from './comparison.ts';

/** The interval of the number of a comparison at a level, 0 to 1. */
export function intervalIn(comparison: Comparison, level: number): Interval {
  const { policied, policy } = comparison;
  const { result } = agreementIn(comparison);
  return intervalOf(policied, pairsIn(comparison), result, policy.measure, policy.minimumShared, level);
}

/** The interval of the value of one pair of a comparison. */
export function intervalOfPair({ comparison: { policied, policy }, a, b }: PartyPair, level: number): Interval {
  const table = tabulateRows(policied, a, b);
  return pairInterval(table, policy.measure, policy.minimumShared, level);
}

/** The bounds of the intervals of all pairs, symmetric like the matrix; null where a pair has none. */
export interface MatrixIntervals {
  readonly low: readonly (readonly (number | null)[])[];
  readonly high: readonly (readonly (number | null)[])[];
}

/** On the diagonal there is none: a party always agrees with itself. */
export function matrixIntervals({ comparison: { policied, policy } }: AgreementMatrix, level: number): MatrixIntervals {
  const low = squareOf<number | null>(policied.rows, null);
  const high = squareOf<number | null>(policied.rows, null);
  const visit: VisitPair = (a, b, table) => {
    if (a === b) return;
    const interval = pairInterval(table, policy.measure, policy.minimumShared, level);
    setBoth(low, a, b, interval.low);
    setBoth(high, a, b, interval.high);
  };
  visitPairs(policied, visit, countsAbsences(policy.measure));
  return { low, high };
}
