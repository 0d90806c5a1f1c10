const writtenOut = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A number of days since 1970-01-01 as people write a date: "14 January 2020". */
export const dayInWords = (day: number): string => writtenOut.format(day * 86_400_000);

/** Whole numbers as ranges: "1 to 70 and 75"; '' for none. */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range !== undefined && number === range.last + 1) range.last = number;
    else ranges.push({ first: number, last: number });
  }
  const written = ranges.map(({ first, last }) => (first === last ? `${first}` : `${first} to ${last}`));
  return listInWords(written);
}

/** "a, b and c"; '' for none. */
export const listInWords = (parts: readonly string[]): string => new Intl.ListFormat('en-GB').format(parts);
