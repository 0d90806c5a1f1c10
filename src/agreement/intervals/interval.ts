import { type Pair, pairValue } from '../agreement.ts';
import { type ContingencyTable, squaredDistance, type Value } from '../contingency.ts';
import { lowestValue, type Measure } from '../measures/measure.ts';
import type { StanceMatrix } from '../stance-matrix.ts';
import { alphaLeftOut, jackknifeError, type LeftOut, meanLeftOut, pairLeftOut } from './jackknife.ts';
import { kappaError } from './kappa-error.ts';
import { normalQuantile, studentQuantile } from './quantiles.ts';

/** How the error of a value was estimated. */
export const intervalMethods = {
  JACKKNIFE:
    "The jackknife over propositions, with Student's t: how much the value changes when one proposition is left out.",
  LARGE_SAMPLE:
    'The large-sample standard error of weighted kappa (Fleiss, Cohen & Everitt 1969), with the normal distribution.',
} as const;

/** Why a value has no interval. */
export const noIntervalReasons = {
  NO_VALUE: 'There is no value.',
  FEW_SHARED: 'The value rests on fewer than five propositions.',
  NO_SPREAD: 'No proposition differs from the others in what it says, so that the error cannot be estimated from them.',
  UNSTABLE: 'Without one of the propositions there would be no value.',
} as const;

export type IntervalMethod = keyof typeof intervalMethods;
export type NoIntervalReason = keyof typeof noIntervalReasons;

/** Where the value would lie if other propositions of the same kind had been asked; or why that is not known. */
export type Interval =
  | { readonly low: number; readonly high: number; readonly method: IntervalMethod }
  | { readonly low: null; readonly high: null; readonly reason: NoIntervalReason };

const fewest = 5;

const none = (reason: NoIntervalReason): Interval => ({ low: null, high: null, reason });

/** Errors smaller than this come from rounding alone. */
const rounding = 1e-12;

function around(value: number, reach: number, measure: Measure, method: IntervalMethod): Interval {
  if (reach < rounding) return none('NO_SPREAD');
  const low = Math.max(lowestValue[measure] ?? Number.NEGATIVE_INFINITY, value - reach);
  return { low, high: Math.min(1, value + reach), method };
}

/** `level` is the probability that the interval is to have, 0 to 1. */
function byJackknife(value: number, leftOut: readonly LeftOut[] | null, measure: Measure, level: number): Interval {
  if (leftOut === null) return none('UNSTABLE');
  const n = leftOut.reduce((sum, { times }) => sum + times, 0);
  if (n < fewest) return none('FEW_SHARED');
  return around(value, studentQuantile(level, n - 1) * jackknifeError(leftOut), measure, 'JACKKNIFE');
}

/** The interval of the value of two parties. */
export function pairInterval(
  table: ContingencyTable,
  measure: Measure,
  minimumShared: number,
  level: number,
): Interval {
  const { value } = pairValue(table, measure, minimumShared);
  if (value === null) return none('NO_VALUE');
  if (table.total < fewest) return none('FEW_SHARED');
  if (measure !== 'WEIGHTED_KAPPA') return byJackknife(value, pairLeftOut(table, measure), measure, level);
  const reach = normalQuantile((1 + level) / 2) * kappaError(table, squaredDistance);
  return around(value, reach, measure, 'LARGE_SAMPLE');
}

/**
 * The interval of a value over all parties of a matrix, whose pairs these are. Over more than two parties the pairs share their propositions, so that
 * each proposition is left out of all pairs at once, for kappa too.
 */
export function intervalOf(
  matrix: StanceMatrix,
  pairs: readonly Pair[],
  { value }: Value,
  measure: Measure,
  minimumShared: number,
  level: number,
): Interval {
  if (value === null) return none('NO_VALUE');
  const [only] = pairs;
  if (pairs.length === 1 && only !== undefined) return pairInterval(only.table, measure, minimumShared, level);
  const leftOut = measure === 'ALPHA' ? alphaLeftOut(matrix) : meanLeftOut(matrix, pairs, measure, minimumShared);
  return byJackknife(value, leftOut, measure, level);
}
