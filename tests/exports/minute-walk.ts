// A plain reference for schedules: it looks at the clock of a zone every minute, and knows neither transitions nor offsets.

/** A schedule as the sets of what it names; null names all. */
export interface Named {
  readonly minutes: readonly number[] | null;
  readonly hours: readonly number[] | null;
  readonly monthDays: readonly number[] | null;
  readonly months: readonly number[] | null;
  readonly weekdays: readonly number[] | null;
}

const minuteMs = 60_000;
// More than clocks were put back since 1973.
const leadMs = 5 * 3_600_000;

/** The expression that says it. */
export const cronOf = ({ minutes, hours, monthDays, months, weekdays }: Named): string =>
  [minutes, hours, monthDays, months, weekdays].map((values) => values?.join(',') ?? '*').join(' ');

/** The occurrences from one moment up to another, in milliseconds; both are whole minutes. */
export function walk(named: Named, zone: string, from: number, until: number): number[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  // What the clock shows, as if it were UTC.
  const shown = (moment: number) => Date.parse(`${clock.format(moment).replace(' ', 'T')}Z`);
  const found: number[] = [];
  let latest = shown(from - leadMs);
  for (let moment = from - leadMs; moment < until; moment += minuteMs) {
    const now = shown(moment);
    let isDue = false;
    for (; latest < now; latest += minuteMs) isDue ||= matches(named, new Date(latest + minuteMs));
    if (isDue && moment >= from) found.push(moment);
  }
  return found;
}

function matches({ minutes, hours, monthDays, months, weekdays }: Named, time: Date): boolean {
  const has = (values: readonly number[] | null, value: number) => values === null || values.includes(value);
  const isDay =
    monthDays !== null && weekdays !== null
      ? monthDays.includes(time.getUTCDate()) || weekdays.includes(time.getUTCDay())
      : has(monthDays, time.getUTCDate()) && has(weekdays, time.getUTCDay());
  const isTime = has(minutes, time.getUTCMinutes()) && has(hours, time.getUTCHours());
  return isDay && isTime && has(months, time.getUTCMonth() + 1);
}
