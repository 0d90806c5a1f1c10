import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOf, dayOf } from '#agreement/day.ts';
import { type CalendarUnit, calendarNumber, calendarPeriod } from '#agreement/series/calendar-periods.ts';

const units = fc.constantFrom<CalendarUnit>('YEAR', 'QUARTER', 'MONTH');
const days = fc.integer({ min: dayOf('0001-01-01'), max: dayOf('9998-12-31') });

test('a day is in its period, and periods adjoin', () => {
  fc.assert(
    fc.property(days, units, (day, unit) => {
      const number = calendarNumber(day, unit);
      const period = calendarPeriod(number, unit);
      expect(period.from <= day && day < period.until).toBe(true);
      expect(calendarPeriod(number + 1, unit).from).toBe(period.until);
      expect(calendarNumber(period.until, unit)).toBe(number + 1);
    }),
  );
});

test.each([
  ['2024-02-29', 'YEAR', '2024', '2024-01-01', '2025-01-01'],
  ['2024-02-29', 'QUARTER', '2024-Q1', '2024-01-01', '2024-04-01'],
  ['2024-02-29', 'MONTH', '2024-02', '2024-02-01', '2024-03-01'],
  ['1999-12-31', 'QUARTER', '1999-Q4', '1999-10-01', '2000-01-01'],
  ['0099-12-31', 'MONTH', '0099-12', '0099-12-01', '0100-01-01'],
] as const)('%s by %s is %s', (date, unit, label, from, until) => {
  const period = calendarPeriod(calendarNumber(dayOf(date), unit), unit);
  expect([period.label, dateOf(period.from), dateOf(period.until)]).toEqual([label, from, until]);
});
