import { expect, test } from 'vitest';
import { type Keyed, type List, useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());

interface Wedge {
  readonly proposition: Keyed;
  readonly value: number;
  readonly left: { readonly side: string; readonly defectors: readonly { readonly party: Keyed }[] };
  readonly right: { readonly side: string; readonly defectors: readonly { readonly party: Keyed }[] };
  readonly waysToAgree: readonly {
    readonly side: string;
    readonly changes: number;
    readonly left: readonly Keyed[];
    readonly right: readonly Keyed[];
  }[];
}

async function wedgesOf(args: object) {
  const { wedges } = await server.dataOf<{ wedges: { left: Keyed[]; right: Keyed[]; rows: List<Wedge> } }>(
    `query ($left: [String!]!, $right: [String!], $shareOf: ShareOf, $minimumHolders: Int, $scope: ScopeInput) {
      wedges(left: $left, right: $right, shareOf: $shareOf, minimumHolders: $minimumHolders, scope: $scope) {
        left { key } right { key }
        rows { totalCount nodes {
          proposition { key } value
          left { side defectors { party { key } } } right { side defectors { party { key } } }
          waysToAgree { side changes left { key } right { key } }
        } }
      }
    }`,
    { scope: { kinds: ['ROLL_CALL'] }, ...args },
  );
  return wedges;
}

const valuesOf = ({ rows }: { readonly rows: List<Wedge> }) =>
  rows.nodes.map(({ proposition, value }) => [proposition.key, value]);

test('two countries are parted by what divides them', async () => {
  expect(valuesOf(await wedgesOf({ left: ['CN'], right: ['US'] }))).toEqual([
    ['vote-2', 1],
    ['vote-4', 1],
  ]);
});

test('without a right set everybody else who votes is on it', async () => {
  const alone = await wedgesOf({ left: ['CN'] });
  expect(alone.right.map(({ key }) => key)).toEqual(['IN', 'RU', 'US']);
  expect(valuesOf(alone)).toEqual([
    ['vote-2', 2 / 3],
    ['vote-4', 1 / 3],
  ]);
  expect(alone.rows.nodes[0]).toMatchObject({
    left: { side: 'SUPPORT', defectors: [] },
    right: { side: 'OPPOSE', defectors: [{ party: { key: 'RU' } }] },
    waysToAgree: [
      { side: 'OPPOSE', changes: 2, left: [{ key: 'CN' }], right: [{ key: 'RU' }] },
      { side: 'SUPPORT', changes: 3, left: [], right: [{ key: 'IN' }, { key: 'RU' }, { key: 'US' }] },
    ],
  });
});

test('of those who hold a position one that speaks for a silent set is all of it, unless more have to speak', async () => {
  const args = { left: ['CN'], right: ['US', 'IN', 'RU'], shareOf: 'HOLDERS' };
  expect(valuesOf(await wedgesOf(args))).toEqual([
    ['vote-4', 1],
    ['vote-2', 2 / 3],
  ]);
  expect(
    valuesOf(await wedgesOf({ left: ['CN', 'RU'], right: ['US', 'IN'], shareOf: 'HOLDERS', minimumHolders: 2 })),
  ).toEqual([
    ['vote-2', 1 / 2],
    ['vote-3', 1 / 2],
  ]);
});

test.each([
  ['left: []', 'left: found 0, expected 1 to 250.'],
  ['left: ["CN", "CHN"]', 'left: found "CN" and "CHN", which are one party, expected each party once.'],
  ['left: ["CN"], right: ["RU", "CN"]', 'right: found CN, which is in `left` too, expected each party in one set.'],
  ['left: ["CN"], right: ["RU"], minimumHolders: 0', 'minimumHolders: found 0, expected at least 1.'],
])('%s is refused', async (args, message) => {
  expect(await server.errorOf(`{ wedges(${args}) { revision } }`)).toMatchObject({ code: 'BAD_INPUT', message });
});
