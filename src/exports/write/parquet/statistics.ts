import type { Statistics } from 'hyparquet';
import type { ColumnValues } from '../../source/source.ts';

/** The number of nulls and, for numbers, the minimum and maximum; comparing texts takes longer than writing them. */
export function statisticsOf(values: ColumnValues, filledRows: Int32Array, empty: number): Statistics {
  const null_count = BigInt(empty);
  const first = filledRows[0];
  if (first === undefined || values.kind === 'text' || values.numbers instanceof Uint8Array) return { null_count };
  const { numbers } = values;
  let least = numbers[first] as number | bigint;
  let greatest = least;
  for (const row of filledRows) {
    const number = numbers[row] as number | bigint;
    if (number < least) least = number;
    if (number > greatest) greatest = number;
  }
  // The format requires the zero that widens the range.
  return { null_count, min_value: least === 0 ? -0 : least, max_value: greatest === 0 ? 0 : greatest };
}
