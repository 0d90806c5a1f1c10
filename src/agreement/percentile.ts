/** Values that differ by less than this are equal. */
const rounding = 1e-12;

/**
 * Where a value stands among others, 0 to 100: the share of them below it, and half of those equal to it. NaN among the others is no value. Null
 * when the value is NaN or there are no others.
 */
export function percentileOf(value: number, others: Float64Array): number | null {
  let count = 0;
  let below = 0;
  let equal = 0;
  for (let index = 0; index < others.length; index++) {
    const difference = (others[index] as number) - value;
    if (Number.isNaN(difference)) continue;
    count++;
    if (difference < -rounding) below++;
    else if (difference <= rounding) equal++;
  }
  return count === 0 ? null : (100 * (below + equal / 2)) / count;
}
