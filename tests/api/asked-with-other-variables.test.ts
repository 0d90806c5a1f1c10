import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

// Documents that are asked again and again are compiled; the answer is still that of the variables given.
const times = 5;

/** The answers for each of the variables, asked in turn until the document is compiled and beyond. */
async function inTurn(query: string, ...variables: Record<string, unknown>[]) {
  const rounds: unknown[][] = [];
  for (let time = 0; time < times; time++) {
    const round: unknown[] = [];
    for (const one of variables) round.push(await server.dataOf(query, one));
    rounds.push(round);
  }
  for (const round of rounds) expect(round).toEqual(rounds[0]);
  return rounds[0] ?? [];
}

test('one document answers each by its own variables', async () => {
  const query = 'query ($key: String!) { party(key: $key) { name } }';
  expect(await inTurn(query, { key: 'CN' }, { key: 'RU' }, { key: 'x' })).toEqual([
    { party: { name: 'China' } },
    { party: { name: 'Russia' } },
    { party: null },
  ]);
});

test('it shows and hides what a variable says', async () => {
  const query = `query ($show: Boolean!) {
    party(key: "CN") { key name @include(if: $show) ...codes @skip(if: $show) }
  }
  fragment codes on Party { iso3 }`;
  expect(await inTurn(query, { show: true }, { show: false })).toEqual([
    { party: { key: 'CN', name: 'China' } },
    { party: { key: 'CN', iso3: 'CHN' } },
  ]);
});

test('it takes a variable that is missing, null or given, and defaults', async () => {
  const query = `query ($first: Int = 2, $asOf: Date, $filter: StanceFilter) {
    stances(first: $first, asOf: $asOf, filter: $filter, orderBy: HELD_FROM_ASC) { totalCount nodes { key } }
  }`;
  const filter = { parties: 'CN', positions: ['SUPPORT'], takenBefore: '1990-01-01' };
  const [missing, nothing, given] = await inTurn(
    query,
    {},
    { asOf: null, filter: null },
    { first: 1, asOf: '2000-01-01', filter },
  );
  expect(nothing).toEqual(missing);
  expect(missing).toMatchObject({ stances: { nodes: [{}, {}] } });
  expect(given).toEqual({ stances: { totalCount: 3, nodes: [{ key: 'cn--tw-sole-government--1949-10-01' }] } });
});

test('it finds out what a node is each time', async () => {
  const query = 'query ($id: ID!) { node(id: $id) { __typename ... on Party { name } ... on Issue { tier } } }';
  const { party, issue } = await server.dataOf<Record<string, { id: string }>>(
    '{ party(key: "CN") { id } issue(key: "taiwan") { id } }',
  );
  expect(await inTurn(query, { id: party?.id }, { id: issue?.id })).toEqual([
    { node: { __typename: 'Party', name: 'China' } },
    { node: { __typename: 'Issue', tier: 'CORE' } },
  ]);
});
