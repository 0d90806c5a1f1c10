import fc from 'fast-check';
import { describe, test } from 'vitest';
import { expectSame } from './answers.ts';
import { plain, schemaWith } from './row-schema.ts';

describe('a writer writes what graphql-js answers', () => {
  test.each([
    ['a field', '{ row { key } }'],
    ['null', '{ none { key } row { note } }'],
    ['an empty list', '{ row { rows { key } } }'],
    ['other names', '{ a: row { b: key } c: row { key } }'],
    ['the same name twice', '{ row { key } row { note self { key } self { note } } }'],
    [
      'fragments',
      '{ ...A row { ... on Row { note } ... on Named { key } ... { open } } } fragment A on Query { row { count } }',
    ],
    ['the names of types', '{ __typename row { __typename key } }'],
    ['an enum of other values', '{ row { mood } }'],
    [
      'arguments of the document',
      '{ row { given(filter: { keys: ["x"], mood: GOOD, deep: { first: 3 } }, list: "one") } }',
    ],
    ['no arguments', '{ row { given } }'],
    [
      'names that mean something elsewhere',
      '{ __proto__: row { constructor: key __proto__: key k0: key literal0 toString: literal0 } }',
    ],
  ])('%s', (_what, query) => expectSame(query));

  const asking = `query ($keys: [String!], $text: String! = "mine", $n: Int, $item: String, $deep: Filter) {
    row { given(filter: { keys: $keys, deep: { deep: $deep } }, text: $text, list: ["a", $item], n: $n) }
  }`;
  test.each([
    ['all', { keys: ['x', 'y'], text: 't', n: 1, item: 'i', deep: { mood: 'BAD' } }],
    ['none', {}],
    ['null', { keys: null, n: null, item: null, deep: null }],
    ['one value for a list', { keys: 'x' }],
  ])('arguments from variables: %s', (_what, variables) => expectSame(asking, variables));

  test('lists in lists, with nothing in them, of objects and of nothing', () => {
    const rows = [{ key: 'b', grid: [[], [1], [2, 3]] }, null, { key: 'c', grid: [] }, { key: 'd', rows: [plain] }];
    const query = '{ row { rows { key grid rows { key rows { key } } } grid key } }';
    expectSame(query, {}, schemaWith({ key: 'a', grid: [[4]], rows }));
    expectSame('{ row { rows { __typename } key } }', {}, schemaWith({ key: 'a', rows }));
  });

  test.each([0, -0, 1, -2_147_483_648])('the whole number %d', (count) =>
    expectSame('{ row { count } }', {}, schemaWith({ key: 'a', count })),
  );
  test.each([-0, 0.1, 1e21, 5e-324, -1.5])('the number %d', (share) =>
    expectSame('{ row { share } }', {}, schemaWith({ key: 'a', share })),
  );
  test.each([[true], [false], [null]])('%s', (open) =>
    expectSame('{ row { open } }', {}, schemaWith({ key: 'a', open: open as boolean })),
  );
  test.each([['text "in" quotes'], [{ a: [1, null] }], [7], [null]])('a scalar of our own: %j', (day) =>
    expectSame('{ row { day } }', {}, schemaWith({ key: 'a', day })),
  );

  test('any text', () => {
    const query = 'query ($value: String!) { text(value: $value) }';
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 90 }),
      fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', '\u2028', '\ud800', '\udc00', '😀', '\u007f') }),
    );
    fc.assert(fc.property(texts, (value) => expectSame(query, { value })));
  });
});
