import { expect, test } from 'vitest';
import { nextTime, scheduleProblem } from '#exports/schedule/export-schedule.ts';

const zone = 'UTC';

/** The first occurrences of 2027, which begins with a Friday. */
function first(cron: string, count: number): string[] {
  const found: string[] = [];
  let last = new Date('2026-12-31T23:59:59Z');
  for (let index = 0; index < count; index++) {
    last = nextTime({ cron, zone }, last) ?? last;
    found.push(last.toISOString().slice(5, 16));
  }
  return found;
}

test.each([
  ['0 6 * * 1-5', ['01-01T06:00', '01-04T06:00']],
  ['0 6 * * mon-FRI', ['01-01T06:00', '01-04T06:00']],
  ['  5,3-4   0 1 JAN,feb *  ', ['01-01T00:03', '01-01T00:04', '01-01T00:05', '02-01T00:03']],
  ['*/25 0 * * *', ['01-01T00:00', '01-01T00:25', '01-01T00:50', '01-02T00:00']],
  ['10-30/10 0 * * *', ['01-01T00:10', '01-01T00:20', '01-01T00:30', '01-02T00:10']],
  ['50/5 0 * * *', ['01-01T00:50', '01-01T00:55', '01-02T00:50']],
  ['0 0 * * 0', ['01-03T00:00', '01-10T00:00']],
  ['0 0 * * 7', ['01-03T00:00', '01-10T00:00']],
  ['0 0 * * sat-sun', ['01-02T00:00', '01-03T00:00', '01-09T00:00']],
  // Either of two days; both, when one begins with a star.
  ['0 0 13 * 5', ['01-01T00:00', '01-08T00:00', '01-13T00:00', '01-15T00:00']],
  ['0 0 */2 * 5', ['01-01T00:00', '01-15T00:00', '01-29T00:00', '02-05T00:00']],
  ['0 0 13 * */7', ['06-13T00:00']],
  ['0 0 ? * 1', ['01-04T00:00', '01-11T00:00']],
  ['0 0 15 * ?', ['01-15T00:00', '02-15T00:00']],
  ['0 0 L * *', ['01-31T00:00', '02-28T00:00', '03-31T00:00']],
  ['0 0 15,L * *', ['01-15T00:00', '01-31T00:00']],
  ['0 0 * * 5L', ['01-29T00:00', '02-26T00:00']],
  ['0 0 * * suNL', ['01-31T00:00', '02-28T00:00']],
  ['0 0 * * 5#2', ['01-08T00:00', '02-12T00:00']],
  ['0 0 * * fri#5,7#1', ['01-03T00:00', '01-29T00:00', '02-07T00:00']],
  ['0 0 29 2 *', ['02-29T00:00']],
  ['@hourly', ['01-01T00:00', '01-01T01:00']],
  ['@daily', ['01-01T00:00', '01-02T00:00']],
  ['@Midnight', ['01-01T00:00', '01-02T00:00']],
  ['@weekly', ['01-03T00:00', '01-10T00:00']],
  ['@monthly', ['01-01T00:00', '02-01T00:00']],
  ['@yearly', ['01-01T00:00', '01-01T00:00']],
  ['@annually', ['01-01T00:00', '01-01T00:00']],
])('%j is taken', (cron, expected) => {
  expect(scheduleProblem({ cron, zone })).toBeNull();
  expect(first(cron, expected.length)).toEqual(expected);
});

test.each([
  ['', '""', /^a cron expression with five fields such as "0 6 \* \* 1-5"/],
  ['0 6 * *', '"0 6 * *"', /five fields/],
  ['0 0 6 * * 1', 'six fields in "0 0 6 * * 1"', /five fields .*; no seconds$/],
  ['@reboot', '"@reboot"', /one of @yearly, .*@hourly/],
  ['@every 5m', '"@every 5m"', /one of @yearly/],
  ['H 6 * * *', '"H" as the minute in "H 6 * * *"', /^0 to 59: .*Jenkins/],
  ['0 H(0-5) * * *', '"H(0-5)" as the hour in "0 H(0-5) * * *"', /^0 to 23: .*Jenkins/],
  ['? 6 * * *', '"?" as the minute in "? 6 * * *"', /^0 to 59/],
  ['60 6 * * *', '"60" as the minute in "60 6 * * *"', /^0 to 59/],
  ['0 24 * * *', '"24" as the hour in "0 24 * * *"', /^0 to 23/],
  ['0 22-2 * * *', '"22-2" as the hour in "0 22-2 * * *"', /ranges such as 1-5/],
  ['*/90 * * * *', '"*/90" as the minute in "*/90 * * * *"', /steps such as/],
  ['*/0 * * * *', '"*/0" as the minute in "*/0 * * * *"', /steps such as/],
  ['1,,2 * * * *', '"1,,2" as the minute in "1,,2 * * * *"', /a list of these/],
  ['-5 * * * *', '"-5" as the minute in "-5 * * * *"', /numbers/],
  ['1.5 * * * *', '"1.5" as the minute in "1.5 * * * *"', /numbers/],
  ['0 0 0 * *', '"0" as the day of month in "0 0 0 * *"', /^1 to 31, or L/],
  ['0 0 15W * *', '"15W" as the day of month in "0 0 15W * *"', /^1 to 31, or L/],
  ['0 0 L-3 * *', '"L-3" as the day of month in "0 0 L-3 * *"', /^1 to 31, or L/],
  ['0 0 1 13 *', '"13" as the month in "0 0 1 13 *"', /^1 to 12, or jan to dec/],
  ['0 0 1 january *', '"january" as the month in "0 0 1 january *"', /^1 to 12/],
  ['0 0 * * 8', '"8" as the weekday in "0 0 * * 8"', /^0 \(Sunday\) to 7/],
  ['0 0 * * 5#6', '"5#6" as the weekday in "0 0 * * 5#6"', /5#2/],
  ['0 0 * * L', '"L" as the weekday in "0 0 * * L"', /5L/],
  ['0 0 30 2 *', '"0 0 30 2 *"', /a day that comes/],
  ['0 '.repeat(600), '1200 characters', /at most 1000/],
])('%j is refused', (cron, found, expected) => {
  expect(scheduleProblem({ cron, zone })).toEqual({ at: 'schedule', found, expected: expect.stringMatching(expected) });
  expect(nextTime({ cron, zone }, new Date())).toBeNull();
});

test.each(['Oslo', '', ' Europe/Oslo', '2026-01-01T00:00[Europe/Oslo]'])('%j is no zone', (wrong) => {
  expect(scheduleProblem({ cron: '@daily', zone: wrong })).toMatchObject({ at: 'zone', found: JSON.stringify(wrong) });
});

test('schedules run in every zone that Node knows, by its former names too', () => {
  const names = [...Intl.supportedValuesOf('timeZone'), 'UTC', 'US/Pacific', 'Asia/Calcutta', 'europe/kiev', '+05:30'];
  expect(names.filter((name) => scheduleProblem({ cron: '@daily', zone: name }) !== null)).toEqual([]);
});
