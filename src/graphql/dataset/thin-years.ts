/** How many roll calls a body has in a year, and how many it usually has in the years around it. */
export interface ThinYear {
  readonly year: number;
  readonly rollCalls: number;
  readonly usual: number;
}

/** Years before and after one that it is compared with. */
const around = 3;

/** A year with less than this share of what is usual around it is thin. */
const thinShare = 0.25;

/**
 * The years that have far fewer roll calls than those around them, from the first year of any to the last: less than a quarter of the median of the
 * three years before and the three after.
 */
export function thinYears(days: readonly number[]): ThinYear[] {
  const counts = new Map<number, number>();
  for (const day of days) {
    const year = new Date(day * 86_400_000).getUTCFullYear();
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const years = [...counts.keys()];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const within = Array.from({ length: years.length === 0 ? 0 : last - first + 1 }, (_, index) => first + index);
  return within.flatMap((year) => {
    const neighbours = within.filter((other) => other !== year && Math.abs(other - year) <= around);
    const rollCalls = counts.get(year) ?? 0;
    const usual = medianOf(neighbours.map((other) => counts.get(other) ?? 0));
    return rollCalls < thinShare * usual ? [{ year, rollCalls, usual }] : [];
  });
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
