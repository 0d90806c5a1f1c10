import { expect, test } from 'vitest';
import { NEVER } from '#agreement/stance-columns.ts';
import { searchIndex } from '#snapshot/search/search-index.ts';
import { searchQuestion } from '#snapshot/search/search-question.ts';
import { search } from '#snapshot/search/search-snapshot.ts';

/** How well a text fits a question; undefined when it is not found. */
const fitOf = (text: string, question: string) =>
  search(searchIndex([{ id: 1, texts: [text], codes: [], from: 0, until: NEVER }]), searchQuestion(question), 1).get(1);

test.each([
  ['politicised', 'politicized'],
  ['defence', 'defense'],
  ['neighbouring', 'neighboring'],
  ['centres', 'centers'],
  ['analysed', 'analyzed'],
  ['programme', 'program'],
  ['labour', 'labor'],
  ['non-proliferation', 'nonproliferation'],
  ['co-operation', 'cooperation'],
  ['self-determination', 'selfdetermination'],
])('%s and %s are one word, whichever is asked for', (one, other) => {
  expect(fitOf(`the ${one} of all`, other)).toBeGreaterThanOrEqual(0.95);
  expect(fitOf(`the ${other} of all`, one)).toBeGreaterThanOrEqual(0.95);
});

test.each([
  ['Sport must not be politicised', 'politicization'],
  ['NATO should stop further enlargement', 'expansion'],
  ['the sole legal government of China', 'one-China principle'],
  ['unilateral coercive measures', 'sanctions'],
  ['sanctions', 'coercive measures'],
])('"%s" is found by "%s", but not as well as by its own words', (text, question) => {
  expect(fitOf(text, question)).toBeLessThan(0.95);
  expect(fitOf(text, text)).toBe(1);
});

test.each([
  ['the legal government of China', 'one China'],
  ['measures', 'sanctions'],
  ['proliferation', 'nonproliferation'],
  ['unilateral', 'united nations'],
])('"%s" is not found by "%s"', (text, question) => {
  expect(fitOf(text, question)).toBeUndefined();
});
