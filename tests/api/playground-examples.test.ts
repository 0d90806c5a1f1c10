import { type OperationDefinitionNode, parse } from 'graphql';
import { expect, test } from 'vitest';
import { examples } from '#server/playground/use-playground.ts';
import { useDatabase } from '../support/database.ts';
import { useServer } from './running-server.ts';

const server = useServer(useDatabase('seeded'));

const operations = (document: string) =>
  parse(document).definitions.filter((one): one is OperationDefinitionNode => one.kind === 'OperationDefinition');
const named = examples.map((document) => ({ document, name: operations(document)[0]?.name?.value ?? '' }));

test('there are at least eight, each one named query, no two of one name', () => {
  expect(examples.length).toBeGreaterThanOrEqual(8);
  for (const document of examples) {
    expect(operations(document).map(({ operation, name }) => [operation, typeof name?.value])).toEqual([
      ['query', 'string'],
    ]);
  }
  expect(new Set(named.map(({ name }) => name)).size).toBe(examples.length);
});

test('each begins with the question in words', () => {
  for (const document of examples) expect(document).toMatch(/^# \S.*[?.]\n/);
});

test('the first asks where China and Russia agree, with sources', () => {
  expect(examples[0]).toMatch(/comparison\(parties: \["CN", "RU"\]/);
  expect(examples[0]).toMatch(/citations/);
});

/** Paths of lists that are empty; lists within the rows of a list may be. */
function emptyLists(data: unknown, path = ''): string[] {
  if (Array.isArray(data)) return data.length === 0 ? [path] : [];
  if (typeof data !== 'object' || data === null) return data === null ? [`${path} is null`] : [];
  return Object.entries(data).flatMap(([key, value]) => emptyLists(value, `${path}.${key}`));
}

test.each(named)('$name answers with data', async ({ document }) => {
  expect(emptyLists(await server.dataOf(document))).toEqual([]);
});
