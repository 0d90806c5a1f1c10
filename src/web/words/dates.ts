import type { Precision } from '../generated/graphql.ts';

// A ledger's days have no time zone, so they are parsed and formatted in UTC.
const write = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const day = write({ day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = write({ day: 'numeric', month: 'short', year: 'numeric' });
const month = write({ month: 'long', year: 'numeric' });

/** Formats a day such as `2022-02-04`: 4 February 2022; with a lower precision: February 2022, 2022, about 4 February 2022. */
export function dateInWords(date: string, precision: Precision = 'DAY'): string {
  const time = new Date(`${date}T00:00:00Z`);
  if (precision === 'YEAR') return String(time.getUTCFullYear());
  if (precision === 'MONTH') return month.format(time);
  return precision === 'APPROXIMATE' ? `about ${day.format(time)}` : day.format(time);
}

/** The short form of dateInWords: 4 Feb 2022. */
export const dateInShort = (date: string): string => shortDay.format(new Date(`${date}T00:00:00Z`));

/** Since when a verdict has held, where there is little room: where the record begins, it may have held before. */
export const sinceInWords = (date: string, isFirstKnown: boolean): string =>
  `since ${isFirstKnown ? 'at least ' : ''}${dateInShort(date)}`;

const staleYears = 5;

/** "as of 2018" for a position last confirmed more than five years before a day, as warnings of the API count it; null for a newer one. */
export function ageInWords(lastConfirmed: string, day: string): string | null {
  const year = String(Number(day.slice(0, 4)) - staleYears).padStart(4, '0');
  return lastConfirmed < `${year}${day.slice(4)}` ? `as of ${lastConfirmed.slice(0, 4)}` : null;
}

const dayMs = 86_400_000;

/** The number of a day, counted from 1970, for calculations. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** The day of a number. */
export const dateOfDay = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

/** Today in UTC, in the format of the API. */
export const today = (): string => new Date().toISOString().slice(0, 10);
