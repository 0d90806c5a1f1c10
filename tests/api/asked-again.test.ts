import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { examples } from '#server/playground/examples.ts';
import { seeds, useRecords } from '../support/database.ts';
import { type Answer, useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

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

test.each(examples)('$question is answered alike every time', async ({ query, variables }) => {
  expect((await expectSame(query, variables === '' ? {} : JSON.parse(variables))).errors).toBeUndefined();
});

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
