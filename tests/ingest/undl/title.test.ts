import { expect, test } from 'vitest';
import { withoutLibraryEnding } from '../../../src/ledger/titles/library-ending.ts';

test.each([
  ['Aggression against Ukraine : resolution / adopted by the General Assembly', 'Aggression against Ukraine'],
  ['Peace : a goal : resolution / adopted by the General Assembly', 'Peace : a goal'],
  ['Special session : decision / adopted by the General Assembly', 'Special session'],
  ['Trade : resoluton / adoped by the General Assembly', 'Trade'],
  ['Trade: resolution /adopted by the General Asembly', 'Trade'],
  ['Trade : resolution [B] / adopted by the General Assembly', 'Trade'],
  ['Trade : resolutions adopted by the General Assembly', 'Trade'],
  ['Trade / adopted by the General Assembly', 'Trade'],
  ['Children adopted by the General Assembly', 'Children adopted by the General Assembly'],
  ['Towards a new order : results and decisions', 'Towards a new order : results and decisions'],
  ['Declaration : resolution of disputes by peaceful means', 'Declaration : resolution of disputes by peaceful means'],
  ['Oceans and the law of the sea', 'Oceans and the law of the sea'],
])('%s', (title, bare) => {
  expect(withoutLibraryEnding(title)).toBe(bare);
});
