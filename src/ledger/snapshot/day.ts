const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01 of a date written YYYY-MM-DD; NaN when there is no such day. */
export function dayOf(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
  return Number.isInteger(day) && dateOf(day) === date ? day : Number.NaN;
}

/** YYYY-MM-DD of a number of days since 1970-01-01. */
export const dateOf = (day: number): string => new Date(day * millisecondsPerDay).toISOString().slice(0, 10);

/** The UTC day of a moment. */
export const utcDay = (time: Date): number => Math.floor(time.getTime() / millisecondsPerDay);
