/** A stretch of days with a name. */
export interface Period {
  /** `2020`, `2020-Q3`, `2020-07`; of a session its number, or what else it was called. */
  readonly label: string;
  readonly from: number;
  /** The first day after it. */
  readonly until: number;
}

export type CalendarUnit = 'YEAR' | 'QUARTER' | 'MONTH';

const monthsIn: Readonly<Record<CalendarUnit, number>> = { YEAR: 12, QUARTER: 3, MONTH: 1 };

const millisecondsPerDay = 86_400_000;

/** The day on which a month begins; months are counted from January of the year 0, so that 12 * year + 12 is January of the next one. */
function firstDayOf(month: number): number {
  // Date.UTC takes the years 0 to 99 for those of the twentieth century.
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return date.getTime() / millisecondsPerDay;
}

/** The number of a period among those of its length, counted from the year 0. */
export function calendarNumber(day: number, unit: CalendarUnit): number {
  const date = new Date(day * millisecondsPerDay);
  return Math.floor((12 * date.getUTCFullYear() + date.getUTCMonth()) / monthsIn[unit]);
}

/** The period of a number. */
export function calendarPeriod(number: number, unit: CalendarUnit): Period {
  const months = monthsIn[unit];
  const month = number * months;
  return { label: labelOf(month, unit), from: firstDayOf(month), until: firstDayOf(month + months) };
}

function labelOf(month: number, unit: CalendarUnit): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  if (unit === 'YEAR') return year;
  return unit === 'QUARTER'
    ? `${year}-Q${(month % 12) / 3 + 1}`
    : `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}
