import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordKey } from '#ingest/roll-calls/bodies/record-key.ts';

test.each([
  ['john-q-public', 'popolo-john-q-public'],
  ['uk.parliament/Commons', 'popolo-uk-parliament-commons'],
  ['Gérard_Łukasz', 'popolo-gerard-lukasz'],
  ['17', 'popolo-17'],
])('%s becomes %s', (identifier, key) => {
  expect(recordKey('popolo', identifier)).toBe(key);
});

test('what a key cannot hold becomes a digest, which is the same each time', () => {
  expect(recordKey('popolo', '議員')).toMatch(/^popolo-[0-9a-f]{12}$/);
  expect(recordKey('popolo', '議員')).toBe(recordKey('popolo', '議員'));
  expect(recordKey('popolo', '議員')).not.toBe(recordKey('popolo', '議長'));
  expect(recordKey('popolo', `${'a'.repeat(100)}1`)).not.toBe(recordKey('popolo', `${'a'.repeat(100)}2`));
});

test('every key has the form of one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (identifier) => {
      expect(recordKey('polis-x', identifier)).toMatch(/^polis-x(-[a-z0-9]+)+$/);
    }),
  );
});
