import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { examples } from '#server/playground/examples.ts';
import { useDatabase } from '../support/database.ts';
import { type Answer, useServer } from './running-server.ts';

const server = useServer(useDatabase('seeded'));

// Documents that are asked again and again are compiled; that must not show.
const times = 5;

/** The answer to the question asked once, and those to the same one asked again. */
async function answersTo(query: string, variables?: Record<string, unknown>) {
  const once = await server.ask(`${query}\n# once`, variables);
  const again: Answer[] = [];
  for (let time = 0; time < times; time++) again.push(await server.ask(query, variables));
  return { once, again };
}

const withoutLocations = ({ errors, ...answer }: Answer): Answer => ({
  ...answer,
  ...(errors && { errors: errors.map(({ locations, ...error }) => error) }),
});

async function expectSame(query: string, variables?: Record<string, unknown>) {
  const { once, again } = await answersTo(query, variables);
  for (const answer of again) expect(withoutLocations(answer)).toEqual(withoutLocations(once));
  return once;
}

test.each(examples.map((query) => [/query (\w+)/.exec(query)?.[1], query]))(
  '%s is answered alike every time',
  async (_name, query) => {
    expect((await expectSame(String(query))).errors).toBeUndefined();
  },
);

test('the schema is described alike every time', async () => {
  expect((await expectSame(getIntrospectionQuery())).errors).toBeUndefined();
});

const id = (text: string) => Buffer.from(text).toString('base64url');

describe('errors are alike every time', () => {
  test.each([
    ['an unknown party', '{ party(key: "CN") { name } comparison(parties: ["CN", "Rusia"]) { revision } }', {}],
    ['a page that is too large', '{ issues { nodes { key propositions(first: 251) { totalCount } } } }', {}],
    [
      'bad ids',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }',
      { ids: ['x', id('Party:1'), id('User:1')] },
    ],
    [
      'a day that does not exist',
      'query ($asOf: Date) { comparison(parties: ["CN"], scope: { asOf: $asOf }) { revision } }',
      { asOf: '2022-02-30' },
    ],
    [
      'a day that does not exist, written out',
      '{ comparison(parties: ["CN"], scope: { asOf: "2022-02-30" }) { revision } }',
      {},
    ],
    ['a missing variable', 'query ($key: String!) { party(key: $key) { name } }', {}],
    [
      'a wrong enum value',
      'query ($measure: Measure) { agreement(parties: ["CN", "RU"], policy: { measure: $measure }) { value } }',
      { measure: 'BEST' },
    ],
    ['an unknown field', '{ foo }', {}],
    ['a bad cursor', '{ parties(after: "x") { totalCount } }', {}],
  ])('%s', async (_what, query, variables) => {
    expect((await expectSame(query, variables)).errors?.length).toBeGreaterThan(0);
  });
});

test('the place of an error in the question is given every time', async () => {
  const { once, again } = await answersTo('{ parties(first: 1000) { totalCount } }');
  expect(once.errors?.[0]?.locations).toEqual([{ line: 1, column: 3 }]);
  for (const answer of again) expect(answer).toEqual(once);
});

describe('the same document', () => {
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

  test('answers each by its own variables', async () => {
    const query = 'query ($key: String!) { party(key: $key) { name } }';
    expect(await inTurn(query, { key: 'CN' }, { key: 'RU' }, { key: 'x' })).toEqual([
      { party: { name: 'China' } },
      { party: { name: 'Russia' } },
      { party: null },
    ]);
  });

  test('shows and hides what a variable says', async () => {
    const query = `query ($show: Boolean!) {
      party(key: "CN") { key name @include(if: $show) ...codes @skip(if: $show) }
    }
    fragment codes on Party { iso3 }`;
    expect(await inTurn(query, { show: true }, { show: false })).toEqual([
      { party: { key: 'CN', name: 'China' } },
      { party: { key: 'CN', iso3: 'CHN' } },
    ]);
  });

  test('takes a variable that is missing, null or given, and defaults', async () => {
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

  test('finds out what a node is each time', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { __typename ... on Party { name } ... on Issue { tier } } }';
    const { party, issue } = await server.dataOf<Record<string, { id: string }>>(
      '{ party(key: "CN") { id } issue(key: "taiwan") { id } }',
    );
    expect(await inTurn(query, { id: party?.id }, { id: issue?.id })).toEqual([
      { node: { __typename: 'Party', name: 'China' } },
      { node: { __typename: 'Issue', tier: 'CORE' } },
    ]);
  });
});
