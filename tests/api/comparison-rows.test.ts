import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { type Keyed, type List, useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

interface Row {
  proposition: Keyed & { issues: Keyed[] };
  verdict: string;
  side: string | null;
  since: string | null;
  spread: number | null;
  positionCount: number;
  cells: { state: string; position: string | null; stance: Keyed | null }[];
}

async function rowsOf(
  parties: string[],
  rows = '',
  scope: Record<string, unknown> = { asOf: '2025-03-01' },
  policy: Record<string, unknown> = {},
) {
  const { comparison } = await server.dataOf<{ comparison: { rows: List<Row> } }>(
    `query ($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput) {
      comparison(parties: $parties, scope: $scope, policy: $policy) {
        rows(first: 100 ${rows}) {
          totalCount
          nodes {
            proposition { key issues { key } } verdict side since spread positionCount
            cells { state position stance { key } }
          }
        }
      }
    }`,
    { parties, scope, policy },
  );
  return comparison.rows.nodes;
}

const propositions = (rows: readonly Row[]) => rows.map(({ proposition }) => proposition.key);

test('rows stand by issue, then by proposition', async () => {
  const names = (await rowsOf(['US', 'CN'])).map(
    ({ proposition }) => `${proposition.issues[0]?.key} ${proposition.key}`,
  );
  expect(names).toEqual(names.toSorted());
});

test('rows can stand by proposition alone', async () => {
  const keys = propositions(await rowsOf(['US', 'CN'], 'orderBy: PROPOSITION'));
  expect(keys).toEqual(keys.toSorted());
});

test('rows can begin where the parties are farthest apart', async () => {
  const spreads = (await rowsOf(['US', 'CN'], 'orderBy: SPREAD_DESC')).map(({ spread }) => Number(spread));
  expect(spreads[0]).toBe(2);
  expect(spreads).toEqual(spreads.toSorted((a, b) => b - a));
});

test('rows can begin with the latest change of verdict', async () => {
  const days = (await rowsOf(['US', 'CN'], 'orderBy: SINCE_DESC')).map(({ since }) => String(since));
  expect(days).toEqual(days.toSorted().reverse());
});

test.each([
  ['AGREE', ['US', 'GB']],
  ['DIVIDED', ['US', 'GB']],
  ['NEUTRAL', ['US', 'GB']],
  ['MIXED', ['CN', 'RU']],
  ['UNKNOWN', ['UA', 'BR']],
])('only rows that are %s', async (verdict, parties) => {
  const all = await rowsOf(parties, 'verdicts: [AGREE, DIVIDED, NEUTRAL, MIXED, UNKNOWN]');
  const some = await rowsOf(parties, `verdicts: [${verdict}]`);
  expect(some).not.toEqual([]);
  expect(some).toEqual(all.filter((row) => row.verdict === verdict));
});

test('where fewer than two hold a position the row is UNKNOWN and shown only when asked for', async () => {
  const asked = await rowsOf(['UA', 'BR'], 'verdicts: [UNKNOWN]');
  for (const { side, since, spread, positionCount } of asked) {
    expect([side, since, spread]).toEqual([null, null, null]);
    expect(positionCount).toBeLessThan(2);
  }
  expect(propositions(asked)).toContain('nato-ukraine'); // of Brazil nothing is known
  expect(propositions(await rowsOf(['UA', 'BR']))).not.toContain('nato-ukraine');
});

test('who was absent is ABSENT, who said nothing is UNKNOWN: neither is a position', async () => {
  const scope = { asOf: '2022-12-31', propositions: ['uw-annexation-invalid'] };
  const [row] = await rowsOf(['IR', 'SG', 'asean'], 'verdicts: [UNKNOWN]', scope, { blocs: 'RECORDED' });
  expect(row?.cells.map(({ state, position, stance }) => ({ state, position, stance: stance?.key ?? null }))).toEqual([
    { state: 'ABSENT', position: null, stance: null },
    { state: 'HELD', position: 'SUPPORT', stance: 'sg--uw-annexation-invalid--2014-03-27' },
    { state: 'UNKNOWN', position: null, stance: null },
  ]);
});

test('an absence alone makes a row', async () => {
  const scope = { asOf: '2022-12-31', propositions: ['uw-annexation-invalid'] };
  const [row] = await rowsOf(['IR'], '', scope);
  expect(row).toMatchObject({ verdict: 'UNKNOWN', positionCount: 0 });
});
