import { expect, test } from 'vitest';
import { confirmedByAll } from '#ledger/write/commit.ts';

test.each([
  ['n2', true],
  ['"n2"', true],
  ['FIRST 1 (n2)', true],
  ['1 (n2)', true],
  ['any 2 (n2, n3)', true],
  ['2 ("n2","n3")', true],
  ['', false],
  ['*', false],
  ['"*"', false],
  ['n2, n3', false],
  ['ANY 1 (n2, n3)', false],
  ['FIRST 2 (n2, *)', false],
  ['1 (n2, "a(b)")', false],
])('all standbys of %s have confirmed a commit: %s', (names, expected) => {
  expect(confirmedByAll(names)).toBe(expected);
});
