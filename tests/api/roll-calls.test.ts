import { expect, test } from 'vitest';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());

interface Vote extends Keyed {
  readonly rollCall: Record<string, unknown>;
}

async function votes(args: string, fields = 'key rollCall { body }'): Promise<List<Vote>> {
  const { data } = await server.ask<{ rollCalls: List<Vote> }>(
    `{ rollCalls${args} { totalCount nodes { ${fields} } } }`,
  );
  return data?.rollCalls as List<Vote>; // it was answered
}
const keys = async (args: string) => keysOf(await votes(args));

test('roll calls come with the latest first, and no claims', async () => {
  expect(await keys('')).toEqual(['vote-4', 'vote-3', 'vote-2', 'vote-1']);
});

test.each([
  ['a word of the text', '(search: "nobody")', ['vote-1']],
  ['small typos', '(search: "divides")', ['vote-4', 'vote-3', 'vote-2']],
  ['a word of the short title', '(search: "korea")', ['vote-3']],
  ['every word', '(search: "divides korea")', ['vote-3']],
  ['a body', '(filter: { bodies: ["COUNCIL"] })', ['vote-4']],
  ['a series', '(filter: { series: ["1"] })', ['vote-2', 'vote-1']],
  ['an issue', '(issues: ["assembly"])', ['vote-2', 'vote-1']],
  ['the beginning of a symbol, in small letters', '(symbol: "a/x/2")', ['vote-2']],
  ['days', '(tabledFrom: "2020-10-02", tabledBefore: "2021-10-03")', ['vote-2']],
  ['more against than for', '(results: [MORE_AGAINST])', ['vote-2']],
  ['two results', '(results: [TIED, MORE_AGAINST])', ['vote-4', 'vote-2']],
  ['a close result', '(mostMargin: 0.34)', ['vote-4', 'vote-3', 'vote-2']],
  ['a tie', '(mostMargin: 0)', ['vote-4']],
  ['the earliest first', '(orderBy: TABLED_ASC)', ['vote-1', 'vote-2', 'vote-3', 'vote-4']],
  ['the closest first, of equal ones the latest', '(orderBy: CLOSEST)', ['vote-4', 'vote-3', 'vote-2', 'vote-1']],
  ['what fits best first', '(search: "calls for something", orderBy: RELEVANCE, first: 1)', ['vote-3']],
  ['as known before they came', '(asKnownAt: 1)', []],
])('%s: %s', async (_what, args, expected) => {
  expect(await keys(args)).toEqual(expected);
});

test('a page of them leads to the next', async () => {
  const first = await server.ask<{ rollCalls: { pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
    '{ rollCalls(first: 2) { pageInfo { endCursor hasNextPage } } }',
  );
  const { endCursor, hasNextPage } = first.data?.rollCalls.pageInfo ?? {};
  expect(hasNextPage).toBe(true);
  expect(await keys(`(first: 2, after: "${endCursor}")`)).toEqual(['vote-2', 'vote-1']);
});

test('a roll call says its title, how it went and who was absent', async () => {
  const fields = 'title result margin yes no abstain absent absentParties { key } textAddress';
  const { nodes } = await votes('(orderBy: TABLED_ASC)', `key rollCall { ${fields} }`);
  expect(nodes.map(({ rollCall }) => rollCall)).toMatchObject([
    {
      title: 'Calls for something that nobody opposes.',
      ...{ result: 'MORE_FOR', margin: 1, yes: 3, no: 0, abstain: 0, absent: 1, absentParties: [{ key: 'IN' }] },
    },
    { result: 'MORE_AGAINST', margin: 1 / 3, absent: null, absentParties: [] },
    { title: 'Something else, Korea', result: 'MORE_FOR', margin: 1 / 3, textAddress: null },
    { title: 'Decides something in the council.', result: 'TIED', margin: 0 },
  ]);
});

test.each([
  [
    '(tabledFrom: "2021-01-01", tabledBefore: "2021-01-01")',
    'tabledBefore: found 2021-01-01, expected a day after 2021-01-01.',
  ],
  ['(mostMargin: 1.5)', 'mostMargin: found 1.5, expected a number from 0 to 1.'],
  ['(search: " ")', 'search: found 0 characters, expected 1 to 200.'],
])('%s is refused', async (args, message) => {
  expect(await server.errorOf(`{ rollCalls${args} { totalCount } }`)).toMatchObject({
    message,
    extensions: { code: 'BAD_INPUT' },
  });
});
