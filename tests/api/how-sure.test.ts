import { expect, test } from 'vitest';
import { useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());
const rollCalls = { kinds: ['ROLL_CALL'] };
const claims = { asOf: '2025-03-01' };

interface Interval {
  readonly low: number | null;
  readonly high: number | null;
  readonly method: string | null;
  readonly reason: string | null;
}

async function intervalOf(parties: readonly string[], measure: string, scope: object, level = 0.95) {
  const { agreement } = await server.dataOf<{ agreement: { value: number | null; interval: Interval } }>(
    `query ($parties: [String!]!, $scope: ScopeInput, $measure: Measure, $level: Float) {
      agreement(parties: $parties, scope: $scope, policy: { measure: $measure }) { value interval(level: $level) { low high method reason } }
    }`,
    { parties, scope, measure, level },
  );
  return agreement;
}

test.each([
  ['AGREEMENT', 'JACKKNIFE'],
  ['WEIGHTED_KAPPA', 'LARGE_SAMPLE'],
  ['ALPHA', 'JACKKNIFE'],
])('the interval of %s surrounds the value and says how it was made', async (measure, method) => {
  const { value, interval } = await intervalOf(['US', 'CN'], measure, claims);
  expect(interval).toMatchObject({ method, reason: null });
  expect(interval.low).toBeLessThan(value as number);
  expect(interval.high).toBeGreaterThan(value as number);
  expect((await intervalOf(['US', 'CN'], measure, claims, 0.5)).interval.low).toBeGreaterThan(interval.low as number);
});

test('four shared votes are too few, and no value has none', async () => {
  expect((await intervalOf(['CN', 'US'], 'AGREEMENT', rollCalls)).interval).toEqual({
    low: null,
    high: null,
    method: null,
    reason: 'FEW_SHARED',
  });
  expect((await intervalOf(['CN', 'FR'], 'AGREEMENT', rollCalls)).interval.reason).toBe('NO_VALUE');
});

test('a matrix, its pairs and the agreement of two have the same interval', async () => {
  interface Pair {
    readonly party: { readonly key: string };
    readonly other: { readonly key: string };
    readonly interval: Interval;
  }
  const { agreementMatrix: matrix } = await server.dataOf<{
    agreementMatrix: {
      parties: { key: string }[];
      intervals: { low: (number | null)[][]; high: (number | null)[][] };
      pairs: Pair[];
    };
  }>(
    `query ($scope: ScopeInput) { agreementMatrix(parties: ["CN", "RU", "US", "DE", "SG"], scope: $scope) {
      parties { key } intervals { low high } pairs { party { key } other { key } interval { low high reason } }
    } }`,
    { scope: claims },
  );
  const rowOf = new Map(matrix.parties.map(({ key }, row) => [key, row]));
  for (const { party, other, interval } of matrix.pairs) {
    const [a, b] = [rowOf.get(party.key) as number, rowOf.get(other.key) as number];
    expect([matrix.intervals.low[a]?.[b], matrix.intervals.high[b]?.[a]]).toEqual([interval.low, interval.high]);
    expect((await intervalOf([party.key, other.key], 'AGREEMENT', claims)).interval).toMatchObject(interval);
  }
});

test('a pair stands among all pairs of countries in the scope', async () => {
  // .25 and .375 (CN with IN and US), .5 twice (US with RU and IN), 2/3 (CN and RU), .75 (RU and IN).
  const percentileOf = async (parties: readonly string[]) => {
    const { agreement } = await server.dataOf<{ agreement: { measures: { percentile: number | null }[] } }>(
      'query ($parties: [String!]!, $scope: ScopeInput) { agreement(parties: $parties, scope: $scope) { measures { percentile } } }',
      { parties, scope: rollCalls },
    );
    return agreement.measures[0]?.percentile;
  };
  expect(await percentileOf(['CN', 'RU'])).toBeCloseTo((100 * 4.5) / 6, 12);
  expect(await percentileOf(['IN', 'US'])).toBe(50);
  expect(await percentileOf(['CN', 'FR'])).toBeNull();
  expect(await percentileOf(['CN', 'RU', 'US'])).toBeNull();
});

test('sensitivity is the agreement under every policy', async () => {
  interface Cell {
    readonly neutral: string;
    readonly unanimousRollCalls: string;
    readonly measure: string;
    readonly value: number | null;
    readonly reason: string | null;
    readonly sharedPropositions: number;
  }
  const parties = ['CN', 'RU', 'US'];
  const { sensitivity } = await server.dataOf<{
    sensitivity: { low: number; high: number; choices: { choice: string; moves: number }[]; cells: Cell[] };
  }>(
    `query ($parties: [String!]!, $scope: ScopeInput) { sensitivity(parties: $parties, scope: $scope) {
      low high choices { choice moves } cells { neutral unanimousRollCalls measure value reason sharedPropositions }
    } }`,
    { parties, scope: rollCalls },
  );
  expect(sensitivity.cells.length).toBe(54);
  for (const { neutral, unanimousRollCalls, measure, ...number } of sensitivity.cells) {
    const { agreement } = await server.dataOf<{ agreement: object }>(
      'query ($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput) { agreement(parties: $parties, scope: $scope, policy: $policy) { value reason sharedPropositions } }',
      { parties, scope: rollCalls, policy: { neutral, unanimousRollCalls, measure } },
    );
    expect(agreement, `${measure} ${neutral} ${unanimousRollCalls}`).toEqual(number);
  }
  expect(sensitivity.choices.map(({ moves }) => moves)).toEqual(
    sensitivity.choices.map(({ moves }) => moves).sort((a, b) => b - a),
  );
  expect(sensitivity.low).toBeLessThan(sensitivity.high);
});

test('a basis that weighs 0 does not count, and is still shown', async () => {
  const question = `query ($bases: [BasisWeightInput!]) { agreement(parties: ["CN", "US"], scope: { kinds: [CLAIM, ROLL_CALL] }, policy: { bases: $bases }) {
    sharedPropositions policy { bases { basis weight } } evidence(first: 250) { nodes { counted reason stances { basis } } }
  } }`;
  interface Answer {
    readonly agreement: {
      readonly sharedPropositions: number;
      readonly policy: object;
      readonly evidence: {
        readonly nodes: readonly { counted: boolean; reason: string | null; stances: ({ basis: string } | null)[] }[];
      };
    };
  }
  const whole = (await server.dataOf<Answer>(question, { bases: [{ basis: 'TREATY', weight: 1 }] })).agreement;
  const { agreement } = await server.dataOf<Answer>(question, { bases: [{ basis: 'VOTE', weight: 0 }] });
  expect(agreement.policy).toEqual({ bases: [{ basis: 'VOTE', weight: 0 }] });
  expect(agreement.evidence.nodes.length).toBe(whole.evidence.nodes.length);
  const byVote = agreement.evidence.nodes.filter(({ stances }) => stances.some((stance) => stance?.basis === 'VOTE'));
  expect(byVote.length).toBeGreaterThan(0);
  for (const [index, { counted, reason }] of agreement.evidence.nodes.entries()) {
    const votes = byVote.includes(agreement.evidence.nodes[index] as Answer['agreement']['evidence']['nodes'][number]);
    if (!votes) expect(counted).toBe(whole.evidence.nodes[index]?.counted);
    else expect(['BASIS_WEIGHTLESS', 'POSITION_MISSING', 'ABSENT']).toContain(reason);
  }
  expect(agreement.sharedPropositions).toBe(agreement.evidence.nodes.filter(({ counted }) => counted).length);
});

test.each([
  [
    'agreement(parties: ["CN", "US"]) { interval(level: 1) { low } }',
    'level: found 1, expected a probability from 0.5 to 0.999.',
  ],
  [
    'agreement(parties: ["CN", "US"], policy: { bases: [{ basis: VOTE, weight: 0.5 }] }) { value }',
    'bases[0].weight: found 0.5, expected 0 or 1.',
  ],
  [
    'agreement(parties: ["CN", "US"], policy: { bases: [{ basis: VOTE, weight: 0 }, { basis: VOTE, weight: 1 }] }) { value }',
    'bases[1].basis: found VOTE twice, expected each basis once.',
  ],
])('{ %s } is refused', async (field, message) => {
  expect(await server.errorOf(`{ ${field} }`)).toMatchObject({ code: 'BAD_INPUT', message });
});

test('rows of a comparison can be restricted to those on which enough parties hold a position', async () => {
  const keysWith = async (minimumHolders: number) => {
    const { comparison } = await server.dataOf<{
      comparison: { rows: { nodes: { positionCount: number; proposition: { key: string } }[] } };
    }>(
      'query ($minimumHolders: Int) { comparison(parties: ["CN", "RU", "US", "IN"], scope: { kinds: [ROLL_CALL] }) { rows(minimumHolders: $minimumHolders) { nodes { positionCount proposition { key } } } } }',
      { minimumHolders },
    );
    return comparison.rows.nodes.map(({ proposition }) => proposition.key);
  };
  expect(await keysWith(3)).toEqual(['vote-1', 'vote-2', 'vote-3']);
  expect(await keysWith(4)).toEqual(['vote-2', 'vote-3']);
});
