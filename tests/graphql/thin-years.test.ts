import { expect, test } from 'vitest';
import { dayOf } from '#agreement/day.ts';
import { thinYears } from '#graphql/dataset/thin-years.ts';

const days = (counts: Readonly<Record<number, number>>) =>
  Object.entries(counts).flatMap(([year, count]) => Array.from({ length: count }, () => dayOf(`${year}-06-01`)));

test('a year with less than a quarter of the median of those around it is thin', () => {
  expect(thinYears(days({ 2021: 79, 2022: 81, 2023: 88, 2024: 6 }))).toEqual([{ year: 2024, rollCalls: 6, usual: 81 }]);
  expect(thinYears(days({ 2021: 8, 2022: 8, 2023: 8, 2024: 2 }))).toEqual([]);
});

test('a year without any between others is thin, and none outside of them', () => {
  expect(thinYears(days({ 1961: 106, 1962: 66, 1963: 32, 1965: 42, 1966: 54, 1967: 55 }))).toEqual([
    { year: 1964, rollCalls: 0, usual: 54.5 },
  ]);
});

test('of one year, and of none, nothing can be said', () => {
  expect(thinYears(days({ 2025: 3 }))).toEqual([]);
  expect(thinYears([])).toEqual([]);
});
