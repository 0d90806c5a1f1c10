const millisecondsPerDay = 86_400_000;

const dayNumber = (year: number) => Date.UTC(year, 0, 1) / millisecondsPerDay;

/** Days since 1970-01-01 of a date written YYYY-MM-DD; NaN when there is no such day. */
export function dayOf(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
  return Number.isInteger(day) && dateOf(day) === date ? day : Number.NaN;
}

const written = (day: number): string => new Date(day * millisecondsPerDay).toISOString().slice(0, 10);

// Answers are full of dates, and writing one takes longer than all else in a cell. 1900 to 2099 are written once each.
const [first, last] = [dayNumber(1900), dayNumber(2100) - 1];
const known = new Array<string | undefined>(last - first + 1);

/** YYYY-MM-DD of a number of days since 1970-01-01. */
export function dateOf(day: number): string {
  if (!(day >= first && day <= last)) return written(day);
  const before = known[day - first];
  if (before !== undefined) return before;
  const text = written(day);
  known[day - first] = text;
  return text;
}

/** The day so many years before one, by the calendar; 1 March where that has no 29 February. */
export function yearsBefore(day: number, years: number): number {
  const date = new Date(day * millisecondsPerDay);
  return date.setUTCFullYear(date.getUTCFullYear() - years) / millisecondsPerDay;
}

/** The UTC day of a moment. */
export const utcDay = (time: Date): number => Math.floor(time.getTime() / millisecondsPerDay);
