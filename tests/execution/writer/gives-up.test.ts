import { describe, expect, test } from 'vitest';
import { answers } from './answers.ts';
import { plain, type Row, schemaWith } from './row-schema.ts';

describe('a writer gives up', () => {
  test.each([
    ['an error', '{ row { key } failing }', plain],
    ['nothing where something must be', '{ row { key } }', { key: null }],
    ['nothing in a list of what must be', '{ row { grid } }', { key: 'a', grid: [[null as never]] }],
    ['a value of another type', '{ wrong }', plain],
    ['an error for a value', '{ row { rows { key } } }', { key: 'a', rows: [new Error('no') as never] }],
    ['no list where one must be', '{ row { rows { key } } }', { key: 'a', rows: 'abc' as never }],
    ['a number that JSON has not', '{ row { share } }', { key: 'a', share: Number.NaN }],
    ['nothing for a scalar of our own', '{ days }', plain],
    ['an error for a scalar of our own', '{ row { day } }', { key: 'a', day: new Error('no') }],
    ['a number that is too large', '{ row { count } }', { key: 'a', count: 2 ** 31 }],
  ])('at %s', (_what, query, row: Row) => {
    const { written, asked } = answers(query, {}, schemaWith(row));
    expect(asked().errors).toHaveLength(1);
    expect(written).toEqual([null, null]);
  });

  test.each([
    ['that fails', '{ row { key } late }'],
    ['of nothing where something must be', '{ lateNothing { key } }'],
  ])('at a promise %s', async (_what, query) => {
    const { written, asked } = answers(query);
    expect((await asked()).errors).toHaveLength(1);
    expect(await Promise.all(written)).toEqual([null, null]);
  });

  // What nobody waits for must not end the process; Vitest fails when it would.
  test.each(['{ late row { key } failing }', '{ lateRows { key } }', '{ lateGrid }'])(
    'at promises that fail: %s',
    async (query) => {
      expect(await Promise.all(answers(query).written)).toEqual([null, null]);
      await new Promise((resolve) => setImmediate(resolve));
    },
  );
});

test.each([
  ['an interface', '{ named { key } }', {}],
  ['introspection', '{ __type(name: "Row") { name } }', {}],
])('there is no writer for %s', (_what, query, variables) => {
  expect(answers(query, variables).written).toEqual([undefined, undefined]);
});
