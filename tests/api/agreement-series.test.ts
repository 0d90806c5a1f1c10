import { describe, expect, test } from 'vitest';
import { type Keyed, useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());

interface Point {
  readonly label: string;
  readonly from: string;
  readonly until: string;
  readonly value: number | null;
  readonly reason: string | null;
  readonly shared: number;
  readonly same: number;
  readonly partial: number;
  readonly opposite: number;
}

interface Series {
  readonly parties: readonly Keyed[];
  readonly points: readonly Point[];
  readonly with: readonly { readonly party: Keyed; readonly points: readonly Point[] }[];
  readonly leftOut: readonly { readonly reason: string; readonly propositions: number }[];
  readonly revision: number;
}

const query = `query ($parties: [String!]!, $with: [String!], $by: SeriesPeriod!, $from: Date, $scope: ScopeInput, $policy: PolicyInput) {
  agreementSeries(parties: $parties, with: $with, by: $by, from: $from, scope: $scope, policy: $policy) {
    parties { key } revision leftOut { reason propositions }
    points { label from until value reason shared same partial opposite }
    with { party { key } points { label value reason shared } }
  }
}`;

const votes = { kinds: ['ROLL_CALL'] };
const assembly = { rollCalls: { bodies: ['ASSEMBLY'] } };

const seriesOf = async (args: Record<string, unknown>): Promise<Series> =>
  (await server.dataOf<{ agreementSeries: Series }>(query, args)).agreementSeries;

const valuesOf = ({ points }: { readonly points: readonly Point[] }) =>
  points.map(({ label, value, shared }) => [label, value, shared]);

test('the sessions of a body, by hand', async () => {
  const series = await seriesOf({ parties: ['CN', 'RU'], by: 'SESSION', scope: assembly });
  // Session 1: the same on vote-1, half way on vote-2. Session 2: half way on vote-3.
  const [first, second] = series.points;
  expect(first).toEqual({
    label: '1',
    ...{ from: '2020-10-01', until: '2020-10-03' },
    ...{ value: 0.75, reason: null, shared: 2, same: 1, partial: 1, opposite: 0 },
  });
  expect(second).toMatchObject({ label: '2', from: '2021-10-03', until: '2021-10-04', value: 0.5, shared: 1 });
  expect(series.points.length).toBe(2);
  expect(series.leftOut).toEqual([]);
});

test('quarters in which nothing was voted are gaps with a reason', async () => {
  const series = await seriesOf({ parties: ['CN', 'RU'], by: 'QUARTER', scope: assembly });
  expect(valuesOf(series)).toEqual([
    ['2020-Q4', 0.75, 2],
    ['2021-Q1', null, 0],
    ['2021-Q2', null, 0],
    ['2021-Q3', null, 0],
    ['2021-Q4', 0.5, 1],
  ]);
  expect(series.points.map(({ reason }) => reason)).toEqual([
    null,
    ...['NO_SHARED_EVIDENCE', 'NO_SHARED_EVIDENCE', 'NO_SHARED_EVIDENCE'],
    null,
  ]);
  expect(series.points[0]).toMatchObject({ from: '2020-10-01', until: '2021-01-01' });
});

test('one against many has a series each, over the same periods', async () => {
  const series = await seriesOf({ parties: ['CN'], with: ['US', 'IN'], by: 'YEAR', scope: votes });
  expect(series.parties.map(({ key }) => key)).toEqual(['CN']);
  expect(series.points.map(({ reason }) => reason)).toEqual(['TOO_FEW_PARTIES', 'TOO_FEW_PARTIES']);
  expect(series.with.map((one) => [one.party.key, ...valuesOf(one)])).toEqual([
    ['US', ['2020', 0.5, 2], ['2021', 0.25, 2]],
    ['IN', ['2020', 0, 1], ['2021', 0.5, 1]],
  ]);
});

test('of more than two it is the mean over pairs, as their agreement is', async () => {
  const parties = ['CN', 'RU', 'US', 'IN'];
  const { points } = await seriesOf({ parties, by: 'SESSION', scope: assembly });
  for (const { label, ...point } of points) {
    const { agreement } = await server.dataOf<{ agreement: Omit<Point, 'label' | 'from' | 'until'> }>(
      `query ($parties: [String!]!, $scope: ScopeInput) {
        agreement(parties: $parties, scope: $scope) { value reason shared: sharedPropositions same partial opposite }
      }`,
      { parties, scope: { rollCalls: { bodies: ['ASSEMBLY'], series: [label] } } },
    );
    expect(point).toMatchObject(agreement);
  }
});

test('claims are those in force on the last day of each period', async () => {
  const parties = ['CN', 'RU'];
  const { points } = await seriesOf({ parties, by: 'YEAR', scope: { asOf: '2023-06-30' } });
  expect(points.at(-1)).toMatchObject({ label: '2023', until: '2024-01-01' });
  for (const { label, value, shared } of points) {
    const asOf = label === '2023' ? '2023-06-30' : `${label}-12-31`;
    const { agreement } = await server.dataOf<{ agreement: { value: number | null; sharedPropositions: number } }>(
      'query ($parties: [String!]!, $scope: ScopeInput) { agreement(parties: $parties, scope: $scope) { value sharedPropositions } }',
      { parties, scope: { asOf } },
    );
    expect([label, value, shared]).toEqual([label, agreement.value, agreement.sharedPropositions]);
  }
});

test('periods before a day are left out', async () => {
  const { points } = await seriesOf({ parties: ['CN', 'RU'], by: 'YEAR', from: '2021-06-01', scope: assembly });
  expect(points.map(({ label }) => label)).toEqual(['2021']);
});

test('before the votes were known there was nothing to divide', async () => {
  const { points, leftOut } = await seriesOf({ parties: ['CN', 'RU'], by: 'YEAR', scope: { ...votes, asKnownAt: 1 } });
  expect([points, leftOut]).toEqual([[], []]);
});

describe('what is left out is counted', () => {
  test('unanimous votes, and what only one of them speaks about', async () => {
    const policy = { unanimousRollCalls: 'EXCLUDE' };
    const { leftOut } = await seriesOf({ parties: ['CN', 'RU'], by: 'YEAR', scope: votes, policy });
    expect(leftOut).toEqual([
      { reason: 'ONE_POSITION', propositions: 1 }, // vote-4
      { reason: 'UNANIMOUS_ROLL_CALL', propositions: 1 }, // vote-1
    ]);
  });

  test('neutral positions, and what nobody speaks about', async () => {
    const policy = { neutral: 'EXCLUDE' };
    const { leftOut } = await seriesOf({ parties: ['RU', 'IN'], by: 'YEAR', scope: votes, policy });
    expect(leftOut).toEqual([
      { reason: 'NO_POSITION', propositions: 1 }, // vote-4
      { reason: 'ONE_POSITION', propositions: 1 }, // vote-1, on which India was absent
      { reason: 'POSITIONS_EXCLUDED', propositions: 1 }, // vote-2
    ]);
  });
});

test.each([
  [
    { parties: ['CN', 'US'], by: 'SESSION', scope: votes },
    'by: found the sessions of 2 bodies (ASSEMBLY, COUNCIL), expected those of one: name it in scope.rollCalls.bodies.',
  ],
  [
    { parties: ['CN', 'US'], with: ['RU'], by: 'YEAR' },
    'parties: found 2, expected 1, as `with` names those that it is compared with.',
  ],
  [{ parties: ['CN'], with: ['RU', 'CHN'], by: 'YEAR' }, 'with: found CN, which is in `parties` too, expected others.'],
  [{ parties: ['CN'], with: [], by: 'YEAR' }, 'with: found 0, expected 1 to 250.'],
])('%o is refused', async (args, message) => {
  expect(await server.errorOf(query, args)).toMatchObject({ code: 'BAD_INPUT', message });
});

test('the body need not be named where the parties voted in one', async () => {
  const { points } = await seriesOf({ parties: ['RU', 'IN'], by: 'SESSION', scope: votes });
  expect(points.map(({ label }) => label)).toEqual(['1', '2']);
});
