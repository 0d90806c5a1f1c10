import { describe, expect, test } from 'vitest';
import { regularSessionOn, sessionOf } from '#ingest/roll-calls/session.ts';

describe('the session that a text names', () => {
  test.each([
    ['77', '2022-12-07', 77, '77'],
    ['1', '1946-01-10', 1, '1'],
    ['ES-11', '2022-03-02', 76, 'ES-11'],
    ['ES-11', '2022-10-12', 77, 'ES-11'],
    ['es10', '2017-12-21', 72, 'ES-10'],
    ['10emsp', '2017-12-21', 72, 'ES-10'],
    ['S-32', '2021-06-02', 75, 'S-32'],
    ['32sp', '2021-06-02', 75, 'S-32'],
  ])('%s on %s', (text, day, session, series) => {
    expect(sessionOf(text, day)).toEqual({ session, series });
  });

  test.each(['', '0', '077', '1000', 'x', 'ES-', 'ES-0', 'S-100', '77th', 'emsp', '77 '])('none: %j', (text) => {
    expect(sessionOf(text, '2022-03-02')).toBeNull();
  });
});

describe('the regular session in progress', () => {
  test.each([
    ['1946-01-10', 1],
    ['1951-11-06', 6],
    ['1964-12-01', 19],
    ['1985-09-17', 40],
    ['1997-09-16', 52],
    ['2000-09-05', 55],
    ['2003-09-16', 58],
    ['2006-09-12', 61],
    ['2007-09-18', 62],
    ['2013-09-17', 68],
    ['2019-09-17', 74],
    ['2022-09-13', 77],
    ['2023-09-05', 78],
    ['2024-09-10', 79],
    ['2025-09-09', 80],
  ])('opened on %s: session %i', (day, session) => {
    const eve = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect([regularSessionOn(day), regularSessionOn(eve)]).toEqual([session, Math.max(1, session - 1)]);
  });
});
