import { expect, test } from 'vitest';
import { unDocument } from '#web/stance/un-document.ts';

test.each([
  ['A/RES/74/267', 'https://docs.un.org/en/A/RES/74/267'],
  ['R/74/41', 'https://docs.un.org/en/A/RES/74/41'],
  ['A/RES/ES-11/1', 'https://docs.un.org/en/A/RES/ES-11/1'],
  ['R/29/3293', null],
  ['S/RES/2758 (2024)', null],
  ['A/C.1/74/L.1', null],
  [null, null],
])('the document of %j is at %j', (symbol, address) => {
  expect(unDocument(symbol)).toBe(address);
});
