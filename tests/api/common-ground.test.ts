import { expect, test } from 'vitest';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());

interface Row {
  readonly proposition: Keyed;
  readonly side: string | null;
  readonly shareOfAll: number;
  readonly shareOfHolders: number;
  readonly passes: boolean;
  readonly since: string | null;
  readonly standing: Record<'support' | 'oppose' | 'neutral' | 'absent' | 'unknown' | 'leftOut' | 'holders', number>;
  readonly groups: { readonly support: number; readonly oppose: number } | null;
  readonly apart: readonly { readonly party: Keyed; readonly position: string }[];
}

const all = ['CN', 'RU', 'US', 'IN'];

async function groundOf(args: object, rows = '') {
  const { commonGround } = await server.dataOf<{ commonGround: { passing: number; rows: List<Row> } }>(
    `query ($parties: [String!]!, $groups: [[String!]!], $quorum: Float, $shareOf: ShareOf, $minimumHolders: Int, $policy: PolicyInput, $scope: ScopeInput) {
      commonGround(parties: $parties, groups: $groups, quorum: $quorum, shareOf: $shareOf, minimumHolders: $minimumHolders, policy: $policy, scope: $scope) {
        passing
        rows(first: 100 ${rows}) { totalCount nodes {
          proposition { key } side shareOfAll shareOfHolders passes since
          standing { support oppose neutral absent unknown leftOut holders }
          groups { support oppose } apart { party { key } position }
        } }
      }
    }`,
    { scope: { kinds: ['ROLL_CALL'] }, parties: all, ...args },
  );
  return commonGround;
}

test('four votes of four countries, worked by hand', async () => {
  const { passing, rows } = await groundOf({});
  expect(passing).toBe(3);
  expect(
    rows.nodes.map(({ proposition, side, shareOfAll, passes, since }) => [
      proposition.key,
      side,
      shareOfAll,
      passes,
      since,
    ]),
  ).toEqual([
    ['vote-1', 'SUPPORT', 3 / 4, true, '2020-10-01'],
    ['vote-2', 'OPPOSE', 2 / 4, true, '2020-10-02'],
    ['vote-3', 'SUPPORT', 2 / 4, true, '2021-10-03'],
    ['vote-4', null, 1 / 4, false, null],
  ]);
  expect(rows.nodes[0]).toMatchObject({
    shareOfHolders: 1,
    standing: { support: 3, oppose: 0, neutral: 0, absent: 1, unknown: 0, leftOut: 0, holders: 3 },
    groups: null,
    apart: [],
  });
  expect(rows.nodes[1]?.apart).toEqual([
    { party: { key: 'CN' }, position: 'SUPPORT' },
    { party: { key: 'RU' }, position: 'NEUTRAL' },
  ]);
});

test('groups share a side only if none of them is against it', async () => {
  const { rows } = await groundOf(
    {
      groups: [
        ['CN', 'RU'],
        ['US', 'IN'],
      ],
    },
    'orderBy: GROUP_CONSENSUS_DESC',
  );
  const byKey = new Map(rows.nodes.map(({ proposition, groups }) => [proposition.key, groups]));
  expect(byKey.get('vote-1')?.support).toBeCloseTo((3 / 4) * (2 / 3), 12);
  expect(byKey.get('vote-2')?.oppose).toBeCloseTo((1 / 4) * (3 / 4), 12);
  expect(rows.nodes[0]?.proposition.key).toBe('vote-1');
});

test.each([
  [{ quorum: 0.75 }, ['vote-1']],
  [{ quorum: 1 }, []],
  [{ quorum: 1, shareOf: 'HOLDERS' }, ['vote-1']],
  [{ quorum: 0.5, policy: { neutral: 'COUNT_AS_OPPOSE' } }, ['vote-1', 'vote-2']],
  [{ quorum: 0.6, shareOf: 'HOLDERS', policy: { neutral: 'EXCLUDE' } }, ['vote-1', 'vote-2', 'vote-3']],
  [{ quorum: 0.5, policy: { unanimousRollCalls: 'EXCLUDE' } }, ['vote-2', 'vote-3']],
  [{ minimumHolders: 4 }, ['vote-2', 'vote-3']],
])('with %j these pass: %j', async (args, keys) => {
  const { rows } = await groundOf(args, 'passes: true orderBy: ISSUE');
  expect(keysOf({ nodes: rows.nodes.map(({ proposition }) => proposition) })).toEqual(keys);
});

test('a position that the policy leaves out is counted as such', async () => {
  const { rows } = await groundOf({ policy: { neutral: 'EXCLUDE' } }, 'orderBy: ISSUE');
  expect(rows.nodes[1]).toMatchObject({
    proposition: { key: 'vote-2' },
    standing: { neutral: 0, leftOut: 1, holders: 3 },
  });
});

test('the latest comes first by date', async () => {
  const { rows } = await groundOf({}, 'orderBy: DATE_DESC');
  expect(rows.nodes.map(({ proposition }) => proposition.key)).toEqual(['vote-4', 'vote-3', 'vote-2', 'vote-1']);
});

test('a claim is common ground since the quorum was reached, and not before', async () => {
  const parties = ['CN', 'RU', 'IN', 'US', 'GB', 'FR', 'DE', 'JP'];
  const passingOn = async (asOf: string) => (await groundOf({ parties, scope: { asOf } }, 'passes: true')).rows.nodes;
  const now = await passingOn('2022-06-01');
  expect(now.length).toBeGreaterThan(0);
  for (const { proposition, since, side } of now) {
    const keyed = (rows: readonly Row[]) => rows.filter((row) => row.proposition.key === proposition.key);
    expect(keyed(await passingOn(since as string)), proposition.key).toMatchObject([{ side }]);
    const dayBefore = new Date(Date.parse(since as string) - 86_400_000).toISOString().slice(0, 10);
    expect(
      keyed(await passingOn(dayBefore)).filter((row) => row.side === side),
      proposition.key,
    ).toEqual([]);
  }
});

test.each([
  ['parties: ["CN"]', 'parties: found 1, expected 2 to 250.'],
  ['parties: ["CN", "RU"], quorum: 1.5', 'quorum: found 1.5, expected a share from 0 to 1.'],
  ['parties: ["CN", "RU"], minimumHolders: 0', 'minimumHolders: found 0, expected at least 1.'],
  ['parties: ["CN", "RU"], groups: [["CN"]]', 'groups: found 1, expected two or more.'],
  [
    'parties: ["CN", "RU"], groups: [["CN"], ["US"]]',
    'groups[1]: found US, expected only parties that are in `parties`.',
  ],
  [
    'parties: ["CN", "RU"], groups: [["CN"], ["RU", "CN"]]',
    'groups[1]: found CN, which is in groups[0] too, expected each party once.',
  ],
  ['parties: ["CN", "RU"], groups: [["CN"], []]', 'groups[1]: found 0, expected 1 to 250.'],
])('%s is refused', async (args, message) => {
  expect(await server.errorOf(`{ commonGround(${args}) { passing } }`)).toMatchObject({ code: 'BAD_INPUT', message });
});
