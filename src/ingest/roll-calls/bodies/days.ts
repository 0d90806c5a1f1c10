import type { Precision } from '#postgres/generated/enums.ts';
import { isDay } from '../../read/csv-reader.ts';

/** The day after a day. */
export function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** A date as exact as it is written: `2019`, `2019-07` or `2019-07-02`, each with or without a time of day that is left out. Null if it is none. */
export function readDate(text: string): { readonly day: string; readonly precision: Precision } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (!isDay(first)) return null;
  return { day: first, precision: day !== undefined ? 'DAY' : month !== undefined ? 'MONTH' : 'YEAR' };
}

/** The first day after a last day that may be written as a month or a year. Null if it is no date. */
export function firstDayAfter(text: string): string | null {
  const last = readDate(text);
  if (last === null) return null;
  if (last.precision === 'DAY') return dayAfter(last.day);
  const date = new Date(`${last.day}T00:00:00Z`);
  if (last.precision === 'YEAR') date.setUTCFullYear(date.getUTCFullYear() + 1);
  else date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 10);
}
