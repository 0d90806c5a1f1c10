import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextTime } from '#exports/schedule/export-schedule.ts';
import { cronOf, type Named, walk } from './minute-walk.ts';

/** The occurrences from one moment up to another. */
function occurrences(cron: string, zone: string, from: string | number, until: string | number): string[] {
  const found: string[] = [];
  let last = new Date(new Date(from).getTime() - 1);
  for (;;) {
    const next = nextTime({ cron, zone }, last);
    if (next === null || next >= new Date(until)) return found;
    found.push(next.toISOString());
    last = next;
  }
}

test.each([
  ['30 2 * * *', 'Europe/Paris', '2026-03-28', '2026-03-31', ['28T01:30', '29T01:00', '30T00:30']],
  ['30 2 * * 0', 'Europe/Paris', '2026-03-28', '2026-03-31', ['29T01:00']],
  ['0,30 2,3 29 3 *', 'Europe/Paris', '2026-03-28', '2026-03-31', ['29T01:00', '29T01:30']],
  ['30 2 * * *', 'Europe/Paris', '2026-10-24', '2026-10-27', ['24T00:30', '25T00:30', '26T01:30']],
  ['0 * 25 10 *', 'Europe/Paris', '2026-10-25', '2026-10-25T04:00Z', ['25T00:00', '25T02:00', '25T03:00']],
  // The clocks skip and repeat the hour of midnight.
  ['0 0 * * *', 'America/Santiago', '2026-09-05', '2026-09-08', ['05T04:00', '06T04:00', '07T03:00']],
  ['30 23 * * *', 'America/Santiago', '2026-04-04', '2026-04-06', ['04T02:30', '05T02:30']],
  ['0 0 * * 0', 'Asia/Beirut', '2026-03-28', '2026-03-30', ['28T22:00']],
  ['30 23 * * *', 'Asia/Beirut', '2026-10-24', '2026-10-26', ['24T20:30', '25T21:30']],
  ['30 0 * * *', 'America/Havana', '2026-03-08', '2026-03-10', ['08T05:00', '09T04:30']],
  ['30 0 * * *', 'America/Havana', '2026-11-01', '2026-11-03', ['01T04:30', '02T05:30']],
  // By half an hour, at two o'clock.
  ['15 2 * * *', 'Australia/Lord_Howe', '2026-10-03', '2026-10-05', ['03T15:30', '04T15:15']],
  ['45 1 * * *', 'Australia/Lord_Howe', '2026-04-04', '2026-04-06', ['04T14:45', '05T15:15']],
  // A day that there was not.
  ['0 6 30 12 *', 'Pacific/Apia', '2011-12-01', '2012-12-01', ['30T10:00']],
  ['@monthly', 'Pacific/Kiritimati', '2026-01-01', '2026-02-02', ['31T10:00']],
])('%s in %s from %s to %s', (cron, zone, from, until, expected) => {
  expect(occurrences(cron, zone, from, until).map((time) => time.slice(8, 16))).toEqual(expected);
});

test('an occurrence is waited for over a century without a leap day', () => {
  // The fifth Monday of a February.
  expect(occurrences('0 0 * 2 1#5', 'UTC', '2073-01-01', '2130-01-01')).toEqual(['2112-02-29T00:00:00.000Z']);
});

const some = (first: number, last: number) =>
  fc.option(fc.uniqueArray(fc.integer({ min: first, max: last }), { minLength: 1, maxLength: 4 }), { freq: 2 });
const schedules: fc.Arbitrary<Named> = fc.record({
  minutes: some(0, 59),
  hours: some(-2, 5).map((hours) => hours?.map((hour) => (hour + 24) % 24) ?? null),
  monthDays: some(1, 31),
  months: fc.option(fc.constant([1, 3, 4, 9, 10, 11]), { freq: 1 }),
  weekdays: some(0, 6),
});
const peculiar = ['America/Santiago', 'Asia/Beirut', 'America/Havana', 'Australia/Lord_Howe', 'Africa/Casablanca'];
const zones = fc.oneof(
  fc.constantFrom('Europe/Paris', 'America/St_Johns', 'Asia/Gaza', 'Pacific/Apia', 'Antarctica/Troll', ...peculiar),
  fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
);
// Before 1973 some clocks were not whole minutes from UTC.
const moments = fc
  .integer({ min: Date.UTC(1973) / 60_000, max: Date.UTC(2090) / 60_000 })
  .map((minute) => minute * 60_000);

/** A day around the change of the clocks that follows a moment, if one does. */
function aroundNextChange(zone: string, moment: number): [number, number] {
  const now = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
  const middle = now.getTimeZoneTransition('next')?.epochMilliseconds ?? moment;
  return [middle - 8 * 3_600_000, middle + 16 * 3_600_000];
}

test('schedules, zones and years at random: what occurs is what a walk through every minute meets', () => {
  let met = 0;
  fc.assert(
    fc.property(schedules, zones, moments, (named, zone, moment) => {
      const [from, until] = aroundNextChange(zone, moment);
      const expected = walk(named, zone, from, until).map((time) => new Date(time).toISOString());
      expect(occurrences(cronOf(named), zone, from, until)).toEqual(expected);
      met += expected.length;
    }),
    { numRuns: 80 },
  );
  expect(met).toBeGreaterThan(100);
});
