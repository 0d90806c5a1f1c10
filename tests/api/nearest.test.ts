import { expect, test } from 'vitest';
import { type Keyed, useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());

interface Neighbour {
  readonly other: Keyed;
  readonly value: number;
  readonly shared: number;
}

async function neighboursOf(key: string, field: string) {
  const { party } = await server.dataOf<{ party: { found: Neighbour[] } }>(
    `query ($key: String!) { party(key: $key) { found: ${field} { other { key } value shared } } }`,
    { key },
  );
  return party.found;
}

const rollCalls = 'scope: { kinds: [ROLL_CALL] }';
const named = (found: readonly Neighbour[]) => found.map(({ other, value }) => [other.key, value]);

test('the nearest and the farthest by four votes, worked by hand', async () => {
  // With RU: (1 + ½ + ½)/3; with US: (1 + 0 + ½ + 0)/4; with IN: (0 + ½)/2.
  expect(named(await neighboursOf('CN', `nearest(${rollCalls})`))).toEqual([
    ['RU', 2 / 3],
    ['US', 3 / 8],
    ['IN', 1 / 4],
  ]);
  expect(named(await neighboursOf('CN', `farthest(${rollCalls}, first: 2)`))).toEqual([
    ['IN', 1 / 4],
    ['US', 3 / 8],
  ]);
});

test('only those named, or of a kind, that share enough are ranked', async () => {
  expect(named(await neighboursOf('CN', `nearest(${rollCalls}, among: ["US", "India"])`))).toEqual([
    ['US', 3 / 8],
    ['IN', 1 / 4],
  ]);
  expect(named(await neighboursOf('CN', `nearest(${rollCalls}, policy: { minimumShared: 4 })`))).toEqual([
    ['US', 3 / 8],
  ]);
  const blocs = await neighboursOf('CN', 'nearest(kind: BLOC, first: 50)');
  const { blocs: known } = await server.dataOf<{ blocs: { nodes: Keyed[] } }>('{ blocs { nodes { key } } }');
  expect(blocs.length).toBeGreaterThan(0);
  expect(known.nodes.map(({ key }) => key)).toEqual(expect.arrayContaining(blocs.map(({ other }) => other.key)));
});

test('each value is the agreement of the two', async () => {
  for (const { other, value, shared } of await neighboursOf('FR', 'nearest(first: 250, policy: { measure: ALPHA })')) {
    const { agreement } = await server.dataOf<{ agreement: { value: number; sharedPropositions: number } }>(
      'query ($parties: [String!]!) { agreement(parties: $parties, policy: { measure: ALPHA }) { value sharedPropositions } }',
      { parties: ['FR', other.key] },
    );
    expect(agreement.sharedPropositions).toBe(shared);
    expect(agreement.value).toBeCloseTo(value, 12);
  }
});

test.each([
  ['nearest(first: 0)', 'first: found 0, expected 1 to 250.'],
  ['farthest(among: [])', 'among: found 0, expected 1 to 250.'],
])('%s is refused', async (field, message) => {
  expect(await server.errorOf(`{ party(key: "CN") { ${field} { value } } }`)).toMatchObject({
    code: 'BAD_INPUT',
    message,
  });
});
