import { beforeAll, describe, expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { type Keyed, useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

interface Matrix {
  parties: Keyed[];
  measure: string;
  values: (number | null)[][];
  shared: number[][];
}

async function matrixOf(variables: { parties?: string[]; scope?: object; policy?: object } = {}): Promise<Matrix> {
  const { agreementMatrix } = await server.dataOf<{ agreementMatrix: Matrix }>(
    `query ($parties: [String!], $scope: ScopeInput, $policy: PolicyInput) {
      agreementMatrix(parties: $parties, scope: $scope, policy: $policy) { parties { key } measure values shared }
    }`,
    variables,
  );
  return agreementMatrix;
}

describe.each(['AGREEMENT', 'COINCIDENCE', 'COINCIDENCE_2022', 'WEIGHTED_KAPPA', 'ALPHA'])('by %s', (measure) => {
  const parties = ['US', 'CN', 'UA', 'nato', 'BR'];
  let matrix: Matrix;
  beforeAll(async () => {
    matrix = await matrixOf({ parties, policy: { measure } });
  });

  test('the matrix has the order that was asked for and is symmetric', () => {
    expect(matrix.parties.map(({ key }) => key)).toEqual(parties);
    expect(matrix.measure).toBe(measure);
    for (const grid of [matrix.values, matrix.shared]) {
      expect(grid).toEqual(parties.map((_, row) => parties.map((_, column) => grid[column]?.[row])));
    }
  });

  test('each value is the agreement of the pair', async () => {
    for (const [row, column] of [
      [0, 1],
      [0, 2],
      [1, 3],
      [3, 4],
    ] as const) {
      const { agreement } = await server.dataOf<{ agreement: { value: number | null; sharedPropositions: number } }>(
        `query ($parties: [String!]!, $policy: PolicyInput) {
          agreement(parties: $parties, policy: $policy) { value sharedPropositions }
        }`,
        { parties: [parties[row], parties[column]], policy: { measure } },
      );
      expect([matrix.values[row]?.[column], matrix.shared[row]?.[column]]).toEqual([
        agreement.value,
        agreement.sharedPropositions,
      ]);
    }
  });
});

test('on the diagonal a party agrees with itself, on all that it holds', async () => {
  const { values, shared } = await matrixOf({ parties: ['CN', 'US'] });
  const { cn, us } = await server.dataOf<{ cn: { totalCount: number }; us: { totalCount: number } }>(`{
    cn: stances(filter: { parties: ["CN"] }) { totalCount }
    us: stances(filter: { parties: ["US"] }) { totalCount }
  }`);
  expect([values[0]?.[0], values[1]?.[1]]).toEqual([1, 1]);
  expect([shared[0]?.[0], shared[1]?.[1]]).toEqual([cn.totalCount, us.totalCount]);
});

test('who shares nothing has no value, and shares 0', async () => {
  const { values, shared } = await matrixOf({ parties: ['UA', 'SB'], scope: { issues: ['aukus'] } });
  expect([values[0]?.[1], shared[0]?.[1]]).toEqual([null, 0]);
});

test('a minimum takes away the values of pairs that share less', async () => {
  const parties = ['CN', 'RU', 'TW'];
  const [all, some] = await Promise.all([matrixOf({ parties }), matrixOf({ parties, policy: { minimumShared: 10 } })]);
  expect(some.shared).toEqual(all.shared);
  expect(some.values.flat()).toEqual(
    all.values.flat().map((value, place) => (Number(all.shared.flat()[place]) < 10 ? null : value)),
  );
  expect(some.values.flat()).toContain(null);
});

test('without parties it is of all countries that hold a position in scope, by key', async () => {
  const { parties } = await matrixOf();
  const keys = parties.map(({ key }) => key);
  expect(keys.length).toBe(79); // four more speak from 2026 on
  expect(keys).toEqual(keys.toSorted());
  const early = await matrixOf({ scope: { propositions: ['tw-inalienable'], asOf: '1972-12-31' } });
  expect(early.parties.map(({ key }) => key)).toEqual(['AU', 'CA', 'CN', 'GB', 'IT', 'JP', 'NZ', 'US']);
});

test('the matrix of a comparison is the same', async () => {
  const { comparison } = await server.dataOf<{ comparison: { matrix: Matrix } }>(
    '{ comparison(parties: ["CN", "RU", "IN"]) { matrix { parties { key } measure values shared } } }',
  );
  expect(comparison.matrix).toEqual(await matrixOf({ parties: ['CN', 'RU', 'IN'] }));
});
