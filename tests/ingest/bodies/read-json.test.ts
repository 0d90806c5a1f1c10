import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isObject, lineOf, objectsIn, parseJson } from '#ingest/roll-calls/popolo/read-json.ts';

/** The value of a text, undefined when it is refused. */
const parsed = (text: string) => parseJson(text, () => {});

test('a mapping knows its line', () => {
  const content = parsed('{\n  "votes": [\n    { "option": "yes" },\n\n    { "option": "no" }\n  ]\n}');
  if (!isObject(content)) throw new Error('no mapping');
  expect(objectsIn(content.votes).map(lineOf)).toEqual([3, 5]);
});

test('the first error is told with its line and column', () => {
  const told: string[] = [];
  parseJson('{\n  "a": 1,\n  "b" 2,\n  "c" 3\n}', (line, column, found) => told.push(`${line}:${column} ${found}`));
  expect(told).toEqual(['3:7 an error in the JSON: ColonExpected']);
});

const pieces = [
  ...['{', '}', '[', ']', ',', ':', '"', '"a"', '1', '-', '.', 'e', '01', '1.', '-0', '1e5', 'true', 'nul', 'NaN'],
  ...[' ', '\n', '\t', '\\', '"\\x"', '"\\u12"', '"\\ud800"', '"\u0001"', '\u00a0', '/*c*/', '//c\n'],
];

test('exactly what JSON.parse takes is taken', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 7 }), (some) => {
      const text = some.join('');
      let plain: unknown;
      try {
        plain = JSON.parse(text);
      } catch {
        plain = undefined;
      }
      expect(JSON.stringify(parsed(text))).toBe(JSON.stringify(plain));
    }),
    { numRuns: 2_000 },
  );
});
