import type { Statistics } from 'hyparquet';
import type { ColumnValues } from '../../source/source.ts';

/** How many values are empty and, of numbers, the least and the greatest: texts take longer to compare than to write. */
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
  // The format wants the wider of the two zeros.
  return { null_count, min_value: least === 0 ? -0 : least, max_value: greatest === 0 ? 0 : greatest };
}
