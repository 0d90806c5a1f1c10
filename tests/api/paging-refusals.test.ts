import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

const lists = ['parties', 'countries', 'blocs', 'issues', 'propositions', 'documents', 'stances', 'revisions'];

test.each([
  ['first: 1, last: 1', 'first and last: found both (1 and 1), expected one of them.'],
  ['first: 251', 'first: found 251, expected a number from 0 to 250.'],
  ['first: -1', 'first: found -1, expected a number from 0 to 250.'],
  ['last: 251', 'last: found 251, expected a number from 0 to 250.'],
  ['last: -1', 'last: found -1, expected a number from 0 to 250.'],
])('%s is refused by every list', async (args, message) => {
  for (const list of lists) {
    expect(await server.errorOf(`{ ${list}(${args}) { totalCount } }`)).toMatchObject({
      code: 'BAD_INPUT',
      path: [list],
      message,
    });
  }
});

test('within an answer, a bad page is refused at its place', async () => {
  const error = await server.errorOf('{ party(key: "nato") { members(first: 251) { totalCount } } }');
  expect([error.code, error.path]).toEqual(['BAD_INPUT', ['party', 'members']]);
});

test.each(['', 'x', '!!!', 'bm90aGluZw'])(
  'a cursor "%s" that no answer gave is refused by every list',
  async (cursor) => {
    for (const list of lists) {
      const error = await server.errorOf(`{ ${list}(after: "${cursor}") { totalCount } }`);
      expect([error.code, error.path]).toEqual(['BAD_CURSOR', [list]]);
    }
  },
);

async function lastCursor(list: string): Promise<string> {
  const data = await server.dataOf<Record<string, { pageInfo: { endCursor: string } }>>(
    `{ ${list} { pageInfo { endCursor } } }`,
  );
  return data[list]?.pageInfo.endCursor ?? '';
}

test('a cursor of the same list with another filter is refused when its row is not there', async () => {
  const cursor = await lastCursor('countries');
  const error = await server.errorOf(`{ blocs(after: "${cursor}") { totalCount } }`);
  expect([error.code, error.path]).toEqual(['BAD_CURSOR', ['blocs']]);
});

test('a cursor of a list of another type is refused', async () => {
  const cursor = await lastCursor('parties');
  for (const list of ['issues', 'propositions', 'documents', 'stances', 'revisions']) {
    expect((await server.errorOf(`{ ${list}(after: "${cursor}") { totalCount } }`)).code).toBe('BAD_CURSOR');
  }
});

test('a cursor of a document is refused by the list of stances', async () => {
  const cursor = await lastCursor('documents');
  expect((await server.errorOf(`{ stances(inForce: false, after: "${cursor}") { totalCount } }`)).code).toBe(
    'BAD_CURSOR',
  );
});
