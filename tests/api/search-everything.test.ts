import { expect, test } from 'vitest';
import { type List, useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());

interface Hit {
  readonly kind: string;
  readonly key: string;
  readonly title: string;
  readonly fit: number;
}

async function hits(text: string, args = ''): Promise<List<Hit>> {
  const { data } = await server.ask<{ search: List<Hit> }>(
    `query ($text: String!) { search(text: $text${args}) { totalCount nodes { kind key title fit } } }`,
    { text },
  );
  return data?.search as List<Hit>; // it was answered
}

test('a party that the whole text names comes first, then what fits as well in the order of kinds', async () => {
  const { nodes } = await hits('NATO');
  expect(nodes[0]).toEqual({ kind: 'PARTY', key: 'nato', title: 'North Atlantic Treaty Organization', fit: 2 });
  const kinds = nodes.filter(({ fit }) => fit === 1).map(({ kind }) => kind);
  const order = ['PARTY', 'ISSUE', 'CLAIM', 'ROLL_CALL', 'DOCUMENT', 'PASSAGE'];
  expect(kinds).toEqual(kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect(new Set(kinds).size).toBeGreaterThan(2);
});

test.each([
  ['Soviet Union', 'PARTY', 'RU'],
  ['Tawian', 'ISSUE', 'taiwan'],
  ['inalienable', 'CLAIM', 'tw-inalienable'],
  ['korea', 'ROLL_CALL', 'vote-3'],
  ['A/X/2', 'ROLL_CALL', 'vote-2'],
  ['A/RES/74/41', 'DOCUMENT', 'a-res-74-41'],
  ['74/41', 'DOCUMENT', 'a-res-74-41'],
  ['external interference threats', 'PASSAGE', 'seed-c01'],
])('"%s" finds the %s %s', async (text, kind, key) => {
  const { nodes } = await hits(text);
  expect(nodes).toContainEqual(expect.objectContaining({ kind, key }));
});

test('the record of a vote is found as the vote alone', async () => {
  const { nodes } = await hits('vote record');
  expect(nodes.filter(({ key }) => key === 'vote-1')).toEqual([]);
  expect((await hits('nobody opposes')).nodes.map(({ kind, key }) => [kind, key])).toEqual([['ROLL_CALL', 'vote-1']]);
});

test('only the kinds that are asked for, with all of them counted', async () => {
  const { totalCount, nodes } = await hits('China', ', kinds: [DOCUMENT, PASSAGE], first: 3');
  expect(nodes.length).toBe(3);
  expect(totalCount).toBeGreaterThan(3);
  expect(new Set(nodes.map(({ kind }) => kind))).toEqual(new Set(['DOCUMENT']));
});

test('a hit leads to its record, of whichever type', async () => {
  const { data } = await server.ask(
    `query ($text: String!) { search(text: $text, first: 200) { nodes { kind key node {
      __typename ... on Party { key } ... on Issue { key } ... on Proposition { key } ... on Document { key } ... on Passage { key document { key } } } } } }`,
    { text: 'China' },
  );
  const { nodes } = (
    data as { search: { nodes: { kind: string; key: string; node: { __typename: string; key: string } }[] } }
  ).search; // as asked
  expect(new Set(nodes.map(({ node }) => node.__typename)).size).toBeGreaterThan(2);
  for (const { key, node } of nodes) expect(node.key).toBe(key);
});

test('nothing, or more than 200 characters, is refused', async () => {
  for (const text of ['', ' ', 'x'.repeat(201)]) {
    const error = await server.errorOf('query ($text: String!) { search(text: $text) { totalCount } }', { text });
    expect(error).toMatchObject({ code: 'BAD_INPUT', message: expect.stringMatching(/^text: found /) });
  }
});
