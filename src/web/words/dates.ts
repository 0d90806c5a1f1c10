import type { Precision } from '../generated/graphql.ts';
import { date } from '../texts/intl.ts';
import { texts } from '../texts/texts.ts';

/** Formats a day such as `2022-02-04`: 4 February 2022; with a lower precision: February 2022, 2022, about 4 February 2022. */
export function dateInWords(day: string, precision: Precision = 'DAY'): string {
  if (precision === 'YEAR') return String(Number(day.slice(0, 4)));
  if (precision === 'MONTH') return date(day, 'month');
  return precision === 'APPROXIMATE' ? texts.about(date(day, 'day')) : date(day, 'day');
}

/** The short form of dateInWords: 4 Feb 2022. */
export const dateInShort = (day: string): string => date(day, 'shortDay');

/** Since when a verdict has held, where there is little room: where the record begins, it may have held before. */
export const sinceInWords = (day: string, isFirstKnown: boolean): string => texts.since(dateInShort(day), isFirstKnown);

const staleYears = 5;

/** "as of 2018" for a position last confirmed more than five years before a day, as warnings of the API count it; null for a newer one. */
export function ageInWords(lastConfirmed: string, day: string): string | null {
  const year = String(Number(day.slice(0, 4)) - staleYears).padStart(4, '0');
  return lastConfirmed < `${year}${day.slice(4)}` ? texts.asOfYear(lastConfirmed.slice(0, 4)) : null;
}

const dayMs = 86_400_000;

/** The number of a day, counted from 1970, for calculations. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** The day of a number. */
export const dateOfDay = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

/** Today in UTC, in the format of the API. */
export const today = (): string => new Date().toISOString().slice(0, 10);
