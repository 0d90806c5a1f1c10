import { type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { type Example, exampleGroups, examples } from '#server/playground/examples.ts';
import { seeds, useRecords } from '../support/database.ts';
import { useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const operations = ({ query }: Example) =>
  parse(query).definitions.filter((one): one is OperationDefinitionNode => one.kind === 'OperationDefinition');
const variablesOf = ({ variables }: Example) => (variables === '' ? {} : JSON.parse(variables));
const ofVotes = new Set(exampleGroups.find(({ title }) => title === 'Votes')?.examples);

test('each is one named query, no two of one name, and begins with the question in words', () => {
  for (const example of examples) {
    expect(operations(example).map(({ operation, name }) => [operation, typeof name?.value])).toEqual([
      ['query', 'string'],
    ]);
    expect(example.query).toMatch(/^# \S.*[?.]\n/);
  }
  expect(new Set(examples.map((one) => operations(one)[0]?.name?.value)).size).toBe(examples.length);
});

test('they are in groups, and some take variables, which all of them use', () => {
  expect(exampleGroups.length).toBeGreaterThanOrEqual(5);
  for (const group of exampleGroups) expect(group.examples.length, group.title).toBeGreaterThan(1);
  expect(examples.filter(({ variables }) => variables !== '').length).toBeGreaterThanOrEqual(5);
  for (const example of examples) {
    const declared = operations(example).flatMap(({ variableDefinitions = [] }) =>
      variableDefinitions.map(({ variable }) => variable.name.value),
    );
    expect(Object.keys(variablesOf(example)), example.question).toEqual(declared);
  }
});

test('the first asks where China and Russia agree, with sources', () => {
  expect(examples[0]?.query).toMatch(/comparison\(parties: \["CN", "RU"\]/);
  expect(examples[0]?.query).toMatch(/citations/);
});

/** Paths of lists that are empty; lists within the rows of a list may be. */
function emptyLists(data: unknown, path = ''): string[] {
  if (Array.isArray(data)) return data.length === 0 ? [path] : [];
  if (typeof data !== 'object' || data === null) return data === null ? [`${path} is null`] : [];
  return Object.entries(data).flatMap(([key, value]) => emptyLists(value, `${path}.${key}`));
}

describe('on the seeded ledger', () => {
  const server = useServer(useRecords(seeds));

  test.each(examples)('$question is answered', async (example) => {
    const data = await server.dataOf(example.query, variablesOf(example));
    if (!ofVotes.has(example)) expect(emptyLists(data)).toEqual([]);
  });
});

describe('on a ledger with votes', () => {
  const server = useServer(useDatabaseWithRollCalls());

  test.each([...ofVotes])('$question is answered with data', async (example) => {
    expect(emptyLists(await server.dataOf(example.query, variablesOf(example)))).toEqual([]);
  });
});
