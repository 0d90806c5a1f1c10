import { expect, test } from 'vitest';
import { type Keyed, useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());

interface Agreement {
  parties: Keyed[];
  measure: string;
  value: number | null;
  reason: string | null;
  sharedPropositions: number;
  pairs: number;
  same: number;
  partial: number;
  opposite: number;
  measures: { measure: string; value: number | null; reason: string | null; pairs: number }[];
  policy: { measure: string; neutral: string; unanimousRollCalls: string; minimumShared: number };
}

async function agreementOf(parties: string[], scope: object = {}, policy: object = {}): Promise<Agreement> {
  const { agreement } = await server.dataOf<{ agreement: Agreement }>(
    `query ($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput) {
      agreement(parties: $parties, scope: $scope, policy: $policy) {
        parties { key } measure value reason sharedPropositions pairs same partial opposite
        measures { measure value reason sharedPropositions pairs }
        policy { measure neutral unanimousRollCalls minimumShared }
      }
    }`,
    { parties, scope, policy },
  );
  return agreement;
}

const votes = { kinds: ['ROLL_CALL'] };
const measures = [
  'AGREEMENT',
  'IDENTICAL',
  'COINCIDENCE',
  'COINCIDENCE_2017',
  'COINCIDENCE_2022',
  'S_SCORE',
  'WEIGHTED_KAPPA',
  'WEIGHTED_PI',
  'ALPHA',
];

test.each(measures)('%s alone is what it is among all measures', async (measure) => {
  const parties = ['CN', 'RU', 'US'];
  const all = (await agreementOf(parties)).measures;
  expect(all.map((one) => one.measure)).toEqual(measures);
  const alone = await agreementOf(parties, {}, { measure });
  expect(alone.measure).toBe(measure);
  const { value, reason, sharedPropositions, pairs } = alone;
  expect(all.find((one) => one.measure === measure)).toEqual({
    measure,
    value,
    reason,
    sharedPropositions,
    pairs,
  });
});

test('without a policy it is the mean agreement with everything kept, and says so', async () => {
  expect((await agreementOf(['CN', 'US'])).policy).toEqual({
    measure: 'AGREEMENT',
    neutral: 'KEEP',
    unanimousRollCalls: 'INCLUDE',
    minimumShared: 1,
  });
});

test('over more than two parties it is the mean over their pairs', async () => {
  const pairs = await Promise.all(
    [
      ['CN', 'RU'],
      ['CN', 'US'],
      ['RU', 'US'],
    ].map((pair) => agreementOf(pair)),
  );
  const three = await agreementOf(['CN', 'RU', 'US']);
  expect(three.pairs).toBe(3);
  expect(three.value).toBeCloseTo(pairs.reduce((sum, { value }) => sum + Number(value), 0) / 3, 12);
  for (const count of ['same', 'partial', 'opposite'] as const) {
    expect(three[count]).toBe(pairs.reduce((sum, pair) => sum + pair[count], 0));
  }
});

test('the order of the parties does not matter', async () => {
  const [a, b] = await Promise.all([agreementOf(['CN', 'US', 'IN']), agreementOf(['IN', 'CN', 'US'])]);
  expect(b.parties.map(({ key }) => key)).toEqual(['IN', 'CN', 'US']);
  expect(b.value).toBeCloseTo(Number(a.value), 12);
  expect(b.sharedPropositions).toBe(a.sharedPropositions);
});

// China and Russia voted: yes and yes, yes and abstain, abstain and yes.
test.each([
  ['an abstention is half way', {}, 2 / 3, 3],
  ['abstentions can be left out', { neutral: 'EXCLUDE' }, 1, 1],
  ['abstaining can count as opposing', { neutral: 'COUNT_AS_OPPOSE' }, 1 / 3, 3],
  ['unanimous votes can be left out', { unanimousRollCalls: 'EXCLUDE' }, 1 / 2, 2],
])('on votes, %s', async (_what, policy, value, sharedPropositions) => {
  const agreement = await agreementOf(['CN', 'RU'], votes, policy);
  expect(agreement.value).toBeCloseTo(value, 12);
  expect(agreement.sharedPropositions).toBe(sharedPropositions);
});

test('neutral claims stay half way where abstentions count as opposing', async () => {
  const scope = { issues: ['taiwan'], asOf: '2022-01-04' };
  const kept = await agreementOf(['CN', 'US'], scope);
  expect(await agreementOf(['CN', 'US'], scope, { neutral: 'COUNT_AS_OPPOSE' })).toMatchObject({ value: kept.value });
});

test('claims and votes are pooled only when both are named', async () => {
  const [claims, rollCalls, both] = await Promise.all([
    agreementOf(['CN', 'US']),
    agreementOf(['CN', 'US'], votes),
    agreementOf(['CN', 'US'], { kinds: ['CLAIM', 'ROLL_CALL'] }),
  ]);
  expect(rollCalls.sharedPropositions).toBe(4);
  expect(both.sharedPropositions).toBe(claims.sharedPropositions + rollCalls.sharedPropositions);
});
