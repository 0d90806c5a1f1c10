import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

interface Node {
  __typename: string;
  id: string;
}

const some = `{
  party(key: "CN") { __typename id }
  issue(key: "taiwan") { __typename id }
  proposition(key: "tw-inalienable") { __typename id }
  document(key: "seed-gt-2022-02-04") { __typename id passages(first: 1) { nodes { __typename id } } }
  stance(key: "cn--tw-inalienable--1972-12-22") { __typename id }
  revision(number: 1) { __typename id }
}`;

async function oneOfEach(): Promise<Node[]> {
  const { document, ...others } = await server.dataOf<Record<string, Node & { passages?: { nodes: Node[] } }>>(some);
  const passage = document?.passages?.nodes ?? [];
  return [document, ...passage, ...Object.values(others)].map((node) => ({
    __typename: String(node?.__typename),
    id: String(node?.id),
  }));
}

test('whatever has an id is found again by it, alone and among others', async () => {
  const nodes = await oneOfEach();
  expect(nodes.map((node) => node.__typename).toSorted()).toEqual([
    'Document',
    'Issue',
    'Party',
    'Passage',
    'Proposition',
    'Revision',
    'Stance',
  ]);
  const { nodes: found } = await server.dataOf<{ nodes: Node[] }>(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
    { ids: nodes.map(({ id }) => id) },
  );
  expect(found).toEqual(nodes);
  for (const node of nodes) {
    expect(await server.dataOf('query ($id: ID!) { node(id: $id) { __typename id } }', { id: node.id })).toEqual({
      node,
    });
  }
});

test('what is found again can be asked about like any other', async () => {
  const { party } = await server.dataOf<{ party: Node }>('{ party(key: "CN") { __typename id } }');
  const { node } = await server.dataOf<{ node: { key: string; stances: { totalCount: number } } }>(
    'query ($id: ID!) { node(id: $id) { ... on Party { key stances { totalCount } } } }',
    { id: party.id },
  );
  expect(node.key).toBe('CN');
  expect(node.stances.totalCount).toBeGreaterThan(20);
});

const encoded = (text: string) => Buffer.from(text).toString('base64url');

const bad = [
  ['nothing', ''],
  ['a key', 'CN'],
  ['no encoding of ours', '$$$'],
  ['a padded encoding of ours', Buffer.from('Party:1').toString('base64')],
  ['a type that has no ids', encoded('Citation:1')],
  ['a type that there is not', encoded('User:1')],
  ['a row that is no number', encoded('Party:abc')],
  ['a row before the first', encoded('Party:0')],
  ['a row too large to be one', encoded('Party:99999999999')],
];

test.each(bad)('an id that is %s is refused', async (_what, id) => {
  const { data, errors } = await server.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
  expect(data).toEqual({ node: null });
  expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([[['node'], 'BAD_ID']]);
});

test('among several, a bad id is null at its place with an error that names it; a good one without a row is just null', async () => {
  const [good] = await oneOfEach();
  const ids = ['CN', good?.id, encoded('Party:999999'), encoded('User:1')];
  const { data, errors } = await server.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
  expect(data).toEqual({ nodes: [null, good, null, null] });
  expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
    [['nodes', 0], 'BAD_ID'],
    [['nodes', 3], 'BAD_ID'],
  ]);
});
