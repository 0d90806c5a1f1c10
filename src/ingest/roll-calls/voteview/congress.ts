import { shown, wholeNumber } from '../../read/csv-reader.ts';
import type { TableRecord } from '../bodies/read-table.ts';
import type { ProblemList } from '../outcome.ts';

/** The chambers of Congress by their names in the files. A president is no member of one, though the files give positions of presidents. */
export const chambers = {
  House: { key: 'house', letter: 'H', body: 'US House of Representatives' },
  Senate: { key: 'senate', letter: 'S', body: 'US Senate' },
} as const;

export type Chamber = keyof typeof chambers;

export const isChamber = (name: string): name is Chamber => Object.hasOwn(chambers, name);

/** From the 74th on, by the Twentieth Amendment, a Congress begins on 3 January, before on 4 March. */
export function firstDay(congress: number): string {
  const year = 1789 + 2 * (congress - 1);
  return congress < 74 ? `${year}-03-04` : `${year}-01-03`;
}

/** A number in a field; some files write whole numbers as pandas does, with `.0`. Adds a problem when it is none, and returns null. */
export function numberIn<Column extends string>(
  record: TableRecord<Column>,
  column: Column,
  digits: number,
  problems: ProblemList,
): number | null {
  const value = record.field(column);
  const number = wholeNumber(value.replace(/\.0$/, ''), digits);
  if (number === null) {
    problems.add({
      at: record.place,
      found: shown(column, value),
      expected: `a whole number of at most ${digits} digits`,
    });
  }
  return number;
}
