import { expect, test } from 'vitest';
import { closeMatches } from '#ledger/rules/close-matches.ts';

const parties = [
  { key: 'CN', names: ['China'] },
  { key: 'RU', names: ['Russia', 'Russian Federation'] },
  { key: 'TR', names: ['Türkiye', 'Turkey'] },
  { key: 'nato', names: ['NATO', 'North Atlantic Treaty Organization'] },
];

test.each([
  ['Chna', ['CN']],
  ['CHINA', ['CN']],
  ['Turkiye', ['TR']],
  ['turkey', ['TR']],
  ['russian federaton', ['RU']],
  ['natto', ['nato']],
  ['Atlantis', []],
  ['', []],
])('"%s" may mean %o', (written, keys) => {
  expect(closeMatches(written, parties)).toEqual(keys);
});

test('the nearest comes first, and no more are named than asked for', () => {
  const candidates = ['tw-inalienable', 'tw-inalienables', 'tw-inaliénable', 'nato-open-door'].map((key) => ({
    key,
    names: [],
  }));
  expect(closeMatches('tw-inalienable', candidates, 2)).toEqual(['tw-inalienable', 'tw-inaliénable']);
});
