import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '#text/parse-yaml.ts';

const problemsOf = (text: string) => parseYaml(text).problems;

describe('an alias', () => {
  test('without an anchor is a problem at its place, as is every other one', () => {
    expect(problemsOf('a: *one\nb:\n  - *two\nc: &two 1\n')).toMatchObject([
      { line: 1, column: 4, found: 'the alias *one without an anchor before it' },
      { line: 3, column: 5, found: 'the alias *two without an anchor before it' },
    ]);
  });

  test('within what it stands for is a problem', () => {
    expect(problemsOf('a: &a\n  b: [*a]\n')).toMatchObject([
      { line: 2, column: 7, found: 'the alias *a within what it stands for' },
    ]);
  });

  test('stands for its anchor', () => {
    expect(parseYaml('a: &a [1]\nb: *a\n').content).toEqual({ a: [1], b: [1] });
  });

  test('that multiplies what others multiply is a problem at the first that is too many', () => {
    const laughs = ['a: &a x', 'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]'];
    for (const [one, before] of [...'cdefgh'].map((name, index) => [name, 'bcdefg'[index]])) {
      laughs.push(`${one}: &${one} [${Array.from({ length: 10 }, () => `*${before}`).join(', ')}]`);
    }
    expect(problemsOf(laughs.join('\n'))[0]).toEqual({
      line: 4,
      column: 12,
      found: 'the alias *c repeating its anchor 200 times',
      expected: 'at most 100 times',
    });
  });

  test('that is repeated without end is a problem, and found in time', () => {
    const aliases = (count: number) => `a: &a x\nb:\n${'  - *a\n'.repeat(count)}`;
    expect(problemsOf(aliases(100))).toEqual([]);
    expect(problemsOf(aliases(20_000))).toMatchObject([
      { line: 103, found: 'the alias *a repeating its anchor 101 times' },
      { line: 10_003, found: 'the alias *a as one of more than 10000' },
    ]);
  });
});

describe('nesting without end', () => {
  test.each([
    ['brackets', (depth: number) => `a:\n  ${'['.repeat(depth)}${']'.repeat(depth)}`, 2, 103],
    ['braces', (depth: number) => `a:\n  ${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`, 2, 403],
    ['brackets that are never closed', (depth: number) => `a: ${'['.repeat(depth)}`, 1, 104],
    ['dashes', (depth: number) => `${'- '.repeat(depth)}1`, 1, 201],
    ['question marks', (depth: number) => `${'? '.repeat(depth)}1`, 1, 201],
  ])('of %s is a problem at its place', (_, text, line, column) => {
    expect(problemsOf(text(20_000))).toEqual([
      { line, column, found: 'more than 100 levels of nesting', expected: 'at most 100' },
    ]);
  });

  test('of indented lines is a problem', () => {
    const lines = Array.from({ length: 3_000 }, (_, level) => `${' '.repeat(level)}a:`);
    expect(problemsOf(lines.join('\n'))).toMatchObject([{ line: 102, found: 'more than 100 levels of nesting' }]);
  });
});

test('a second document is a problem at the line that begins it', () => {
  expect(problemsOf('a: 1\n---\nb: 2\n')).toEqual([
    { line: 2, column: 1, found: 'a second document', expected: 'one in a file' },
  ]);
});

test('whatever a text is, nothing is thrown, and what is wrong has a place', () => {
  const pieces = [
    '- ',
    '? ',
    ': ',
    '&a ',
    '*a ',
    '*b',
    '!!set ',
    '!!binary ',
    '<<: ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '|',
    '>',
    "'",
    '"',
  ];
  const unit = fc.oneof(
    fc.constantFrom(...pieces, '\n', '  ', '\t', '---\n', '...\n', '%YAML 1.1\n', '#', 'x', '1'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      const { content, problems } = parseYaml(text);
      for (const { line, column } of problems) expect([line >= 1, column >= 1]).toEqual([true, true]);
      expect(() => JSON.stringify(content)).not.toThrow();
    }),
    { numRuns: 1_000 },
  );
});
