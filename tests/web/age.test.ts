import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOf, dayOf, yearsBefore } from '#agreement/day.ts';
import { ageInWords } from '#web/words/dates.ts';

const days = fc.integer({ min: dayOf('1900-01-01'), max: dayOf('2099-12-31') });
const apart = fc.integer({ min: 365 * 5 - 3, max: 365 * 5 + 4 });

test('a position is old on the page exactly where it makes a number stale in the API', () => {
  fc.assert(
    fc.property(days, apart, (day, before) => {
      const confirmed = day - before;
      const isOld = ageInWords(dateOf(confirmed), dateOf(day)) !== null;
      expect(isOld).toBe(confirmed < yearsBefore(day, 5));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['2019-05-05', '2024-05-06', 'as of 2019'],
  ['2019-05-06', '2024-05-06', null],
  ['2019-02-28', '2024-02-29', 'as of 2019'],
  ['2019-03-01', '2024-02-29', null],
  ['2030-01-01', '2024-02-29', null],
])('what was last confirmed on %s is, on %s, %j', (confirmed, day, words) => {
  expect(ageInWords(confirmed, day)).toBe(words);
});
