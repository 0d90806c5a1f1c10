import { expect, test } from 'vitest';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());
const votes = { kinds: ['ROLL_CALL'] };

interface Cell {
  readonly party: Keyed;
  readonly issue: Keyed | null;
  readonly propositions: number;
  readonly held: number;
  readonly absent: number;
  readonly unknown: number;
  readonly latest: string | null;
  readonly oldest: string | null;
  readonly bases: readonly { readonly basis: string; readonly count: number; readonly share: number }[];
  readonly without: List<{ readonly proposition: Keyed; readonly state: string }>;
}

async function coverageOf(args: object) {
  const { coverage } = await server.dataOf<{
    coverage: { cells: readonly Cell[]; held: number; absent: number; unknown: number; revision: number };
  }>(
    `query ($parties: [String!], $issues: [String!], $scope: ScopeInput) {
      coverage(parties: $parties, issues: $issues, scope: $scope) {
        held absent unknown revision scope { kinds } policy { blocs }
        cells {
          party { key } issue { key } propositions held absent unknown latest oldest bases { basis count share }
          without { totalCount nodes { proposition { key } state } }
        }
      }
    }`,
    { scope: votes, ...args },
  );
  return coverage;
}

test('four votes of two countries, worked by hand', async () => {
  const { cells, ...total } = await coverageOf({ parties: ['IN', 'CN'] });
  expect(total).toMatchObject({ held: 6, absent: 1, unknown: 1, revision: 2, policy: { blocs: 'RECORDED' } });
  expect(cells).toEqual([
    {
      ...{ party: { key: 'IN' }, issue: { key: 'assembly' } },
      ...{ propositions: 2, held: 1, absent: 1, unknown: 0, latest: '2020-10-02', oldest: '2020-10-02' },
      bases: [{ basis: 'VOTE', count: 1, share: 1 }],
      without: { totalCount: 1, nodes: [{ proposition: { key: 'vote-1' }, state: 'ABSENT' }] },
    },
    {
      ...{ party: { key: 'IN' }, issue: null },
      ...{ propositions: 2, held: 1, absent: 0, unknown: 1, latest: '2021-10-03', oldest: '2021-10-03' },
      bases: [{ basis: 'VOTE', count: 1, share: 1 }],
      without: { totalCount: 1, nodes: [{ proposition: { key: 'vote-4' }, state: 'UNKNOWN' }] },
    },
    {
      ...{ party: { key: 'CN' }, issue: { key: 'assembly' } },
      ...{ propositions: 2, held: 2, absent: 0, unknown: 0, latest: '2020-10-02', oldest: '2020-10-01' },
      bases: [{ basis: 'VOTE', count: 2, share: 1 }],
      without: { totalCount: 0, nodes: [] },
    },
    {
      ...{ party: { key: 'CN' }, issue: null },
      ...{ propositions: 2, held: 2, absent: 0, unknown: 0, latest: '2021-11-04', oldest: '2021-10-03' },
      bases: [{ basis: 'VOTE', count: 2, share: 1 }],
      without: { totalCount: 0, nodes: [] },
    },
  ]);
});

test('all countries and all claims: what is held is what the ledger lists', async () => {
  const { held, cells } = await coverageOf({ scope: {} });
  const { countries } = await server.dataOf<{ countries: List<Keyed> }>('{ countries(first: 250) { nodes { key } } }');
  const { stances } = await server.dataOf<{ stances: { totalCount: number } }>(
    'query ($parties: [String!]) { stances(first: 0, filter: { kinds: [CLAIM], parties: $parties }) { totalCount } }',
    { parties: keysOf(countries) },
  );
  expect(held).toBe(stances.totalCount);
  expect(new Set(cells.map(({ party }) => party.key)).size).toBeGreaterThan(150);
});

async function unknowns(args: object) {
  const { unknowns } = await server.dataOf<{
    unknowns: {
      total: number;
      gaps: readonly { party: Keyed; proposition: Keyed; gain: number; comparisons: number; newComparisons: number }[];
    };
  }>(
    `query ($parties: [String!], $blocs: [String!], $first: Int, $scope: ScopeInput, $policy: PolicyInput) {
      unknowns(parties: $parties, blocs: $blocs, first: $first, scope: $scope, policy: $policy) {
        total gaps { party { key } proposition { key } gain comparisons newComparisons blocs { bloc { key } missing } }
        scope { kinds } policy { blocs derivation { minimumCoverage } } revision
      }
    }`,
    { scope: votes, ...args },
  );
  return unknowns;
}

test('where filling a gap would gain most, worked by hand', async () => {
  // Russia and India are silent on vote 4; China and the United States speak. Russia shares three votes with either, India two.
  const found = await unknowns({ parties: ['CN', 'RU', 'US', 'IN'], blocs: ['aukus'] });
  expect(found).toMatchObject({
    total: 2,
    gaps: [
      { party: { key: 'IN' }, proposition: { key: 'vote-4' }, comparisons: 2, newComparisons: 0, blocs: [] },
      { party: { key: 'RU' }, proposition: { key: 'vote-4' }, comparisons: 2, newComparisons: 0, blocs: [] },
    ],
  });
  expect(found.gaps.map(({ gain }) => gain)).toEqual([1 / 3 + 1 / 3, 1 / 4 + 1 / 4]);
});

test('a member that a bloc lacks gains more', async () => {
  // Of the three members of AUKUS the United States voted: one more makes half.
  const { gaps } = await unknowns({
    parties: ['AU', 'BR', 'CN', 'US'],
    blocs: ['aukus'],
    scope: { propositions: ['vote-3'] },
  });
  expect(gaps).toMatchObject([
    {
      party: { key: 'AU' },
      comparisons: 2,
      newComparisons: 2,
      gain: 3,
      blocs: [{ bloc: { key: 'aukus' }, missing: 1 }],
    },
    { party: { key: 'BR' }, comparisons: 2, newComparisons: 2, gain: 2, blocs: [] },
  ]);
});

test('the list is as long as asked', async () => {
  const all = await unknowns({ scope: {}, first: 250 });
  expect(all.gaps.length).toBe(250);
  expect((await unknowns({ scope: {}, first: 3 })).gaps).toEqual(all.gaps.slice(0, 3));
  expect(all.gaps.map(({ gain }) => gain)).toEqual(all.gaps.map(({ gain }) => gain).toSorted((a, b) => b - a));
});

test.each([
  ['coverage(parties: [])', 'BAD_INPUT', 'parties: found 0, expected 1 to 250.'],
  ['coverage(issues: ["atlantis"])', 'UNKNOWN_ISSUE', expect.stringContaining('atlantis')],
  ['unknowns(first: 0)', 'BAD_INPUT', 'first: found 0, expected 1 to 250.'],
  ['unknowns(blocs: ["CN"])', 'BAD_INPUT', 'blocs: found CN (China), which is a COUNTRY, expected a BLOC or GROUP.'],
])('%s is refused', async (field, code, message) => {
  expect(await server.errorOf(`{ ${field} { revision } }`)).toMatchObject({ code, message });
});
