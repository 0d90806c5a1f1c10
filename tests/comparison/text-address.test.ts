import { expect, test } from 'vitest';
import { textAddress } from '#comparison/votes/text-address.ts';

test.each([
  ['R/74/41', 'https://docs.un.org/en/A/RES/74/41'],
  ['A/RES/74/041', 'https://docs.un.org/en/A/RES/74/41'],
  ['R/40/89A', 'https://docs.un.org/en/A/RES/40/89'],
  ['A/RES/ES-11/1', 'https://docs.un.org/en/A/RES/ES-11/1'],
  ['A/RES/S-32/1', 'https://docs.un.org/en/A/RES/S-32/1'],
  ['S/RES/2768 (2025)', 'https://docs.un.org/en/S/RES/2768(2025)'],
])('the text of %s is at %s', (symbol, address) => {
  expect(textAddress({ symbol })).toBe(address);
});

test.each([
  ['no symbol', null],
  ['a symbol of a time in which the UN wrote others', 'R/26/2758'],
  ['an early emergency session', 'A/RES/ES-2/1004'],
  ['a decision', 'R/34/422'],
  ['another body', 'A/X/1'],
])('%s tells no address', (_what, symbol) => {
  expect(textAddress({ symbol })).toBeNull();
});
