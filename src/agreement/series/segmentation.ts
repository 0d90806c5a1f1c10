/** How a series is cut into levels. */
export interface SegmentationRule {
  /** What one more level costs, as a multiple of the usual penalty. Above 0. */
  readonly penalty: number;
  /** The fewest values that make a level, at least 1. */
  readonly fewest: number;
}

/** Some values that follow one another and are taken to have one level. */
export interface Segment {
  /** Index of the first value. */
  readonly start: number;
  /** Index after the last one. */
  readonly end: number;
  /** The mean of the values. */
  readonly level: number;
}

/**
 * The variance of the values about their levels, from the differences of neighbours: Σ(y[i+1] - y[i])² / (2(n - 1)). A change of level is in one of the
 * differences alone, so that the levels need not be known. 0 for fewer than two values.
 *
 * Source: von Neumann 1941, Annals of Mathematical Statistics 12.
 */
export function noiseOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  let sum = 0;
  for (let i = 1; i < values.length; i++) sum += ((values[i] as number) - (values[i - 1] as number)) ** 2;
  return sum / (2 * (values.length - 1));
}

/** What one more level has to be worth: 2 · noise · ln n, as a level and the place where it begins are two more parameters in Schwarz' criterion. */
export const usualPenalty = (values: readonly number[]): number =>
  values.length < 2 ? 0 : 2 * noiseOf(values) * Math.log(values.length);

/** The sum of squared distances of any run of the values from its mean, in constant time. */
export function squaredErrors(values: readonly number[]): (start: number, end: number) => number {
  // Around their mean, so that the squares are small and little is lost in the difference.
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const sums = new Float64Array(values.length + 1);
  const squares = new Float64Array(values.length + 1);
  for (const [i, value] of values.entries()) {
    sums[i + 1] = (sums[i] as number) + value - mean;
    squares[i + 1] = (squares[i] as number) + (value - mean) ** 2;
  }
  return (start, end) => {
    const sum = (sums[end] as number) - (sums[start] as number);
    const square = (squares[end] as number) - (squares[start] as number);
    return Math.max(0, square - (sum * sum) / (end - start));
  };
}

/** Costs closer than this are equal but for rounding; then fewer levels win, then the later change. */
const rounding = 1e-12;

/**
 * The cut into levels with the least Σ(y - level)² + penalty · (levels - 1), among all that give every level at least the fewest values: exact, by dynamic
 * programming in n²/2 steps. Fewer values than that are one level; none are none.
 *
 * Meaning: where the mean of a series changed, if it has levels. Trap: a slow drift has none and is cut into steps all the same; values that lean on their
 * neighbours look less noisy than they are, so that more is cut; and a level that rests on few values may be chance.
 *
 * Source: Jackson et al. 2005, IEEE Signal Processing Letters 12 (optimal partitioning); the penalty as in Yao 1988, Statistics & Probability Letters 6.
 */
export function segmentsOf(values: readonly number[], rule: SegmentationRule): Segment[] {
  const n = values.length;
  const fewest = Math.max(1, rule.fewest);
  if (n === 0) return [];
  const penalty = rule.penalty * usualPenalty(values);
  const errors = squaredErrors(values);
  // By the number of values that are cut: the least cost, how many levels that takes, and where the last of them begins.
  const cost = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const count = new Int32Array(n + 1);
  const begins = new Int32Array(n + 1);
  cost[0] = -penalty;
  for (let end = Math.min(fewest, n); end <= n; end++) {
    for (let start = 0; start <= end - fewest || start === 0; start++) {
      const total = (cost[start] as number) + penalty + errors(start, end);
      const gain = (cost[end] as number) - total;
      const levels = (count[start] as number) + 1;
      const isBetter = gain > rounding || (gain >= -rounding && levels <= (count[end] as number));
      if (!isBetter) continue;
      cost[end] = total;
      count[end] = levels;
      begins[end] = start;
    }
  }
  const segments: Segment[] = [];
  for (let end = n; end > 0; end = begins[end] as number) segments.push(segmentOf(values, begins[end] as number, end));
  return segments.reverse();
}

function segmentOf(values: readonly number[], start: number, end: number): Segment {
  let sum = 0;
  for (let i = start; i < end; i++) sum += values[i] as number;
  return { start, end, level: sum / (end - start) };
}
