import type { CronExpression } from './cron-expression.ts';

// The longest wait for a day that comes at all: a 29 February on a given weekday, past a year such as 2100.
const longestWaitYears = 41;

/**
 * The first occurrence of a schedule after a moment, both in milliseconds since 1970. A local time occurs at the first moment at which
 * the clocks of the zone show it or a later time. So what they skip occurs once they have been put forward, and what they show twice
 * occurs the first time. Null when no day fits, such as a 30 February.
 */
export function nextOccurrence(expression: CronExpression, zone: string, after: number): number | null {
  const local = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDateTime();
  // First moments do not go back as local times go on, and those of earlier local times are over.
  for (const time of localTimes(expression, local)) {
    const moment = firstMoment(time, zone);
    if (moment > after) return moment;
  }
  return null;
}

/** The local times that an expression names, from the minute of `from` on, ascending. */
function* localTimes(expression: CronExpression, from: Temporal.PlainDateTime): Generator<Temporal.PlainDateTime> {
  const today = from.toPlainDate();
  for (const date of dates(expression, today)) {
    const earliest = date.equals(today) ? from.hour * 60 + from.minute : 0;
    for (const hour of expression.hours) {
      for (const minute of expression.minutes) {
        if (hour * 60 + minute >= earliest) yield date.toPlainDateTime({ hour, minute });
      }
    }
  }
}

/** The days that an expression names, from a day on. */
function* dates(
  { months, monthDays, weekdays }: CronExpression,
  from: Temporal.PlainDate,
): Generator<Temporal.PlainDate> {
  // As in cron: with a day of the month and a weekday either is enough, unless one of them begins with a star.
  const isEitherEnough = !monthDays.open && !weekdays.open;
  for (let { year } = from; year <= from.year + longestWaitYears; year++) {
    for (const month of months) {
      if (year === from.year && month < from.month) continue;
      const first = Temporal.PlainDate.from({ year, month, day: 1 });
      const { daysInMonth: length } = first;
      for (let day = year === from.year && month === from.month ? from.day : 1; day <= length; day++) {
        const one = { day, weekday: (first.dayOfWeek + day - 1) % 7, length };
        const [fitsMonth, fitsWeek] = [monthDays.matches(one), weekdays.matches(one)];
        if (isEitherEnough ? fitsMonth || fitsWeek : fitsMonth && fitsWeek) yield first.with({ day });
      }
    }
  }
}

/** The first moment at which the clocks of a zone show a time or a later one. */
function firstMoment(time: Temporal.PlainDateTime, zone: string): number {
  const earlier = time.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(time)) return earlier.epochMilliseconds;
  // Skipped: `earlier` is then read by the clocks as they go afterwards, which gives a moment just before they are put forward.
  return (earlier.getTimeZoneTransition('next') ?? earlier).epochMilliseconds;
}
