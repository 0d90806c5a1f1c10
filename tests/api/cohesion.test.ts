import { beforeAll, describe, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { natoVotes } from '../ledger/nato-votes.ts';
import { useDatabase } from '../support/database.ts';
import { type Keyed, type List, useServer } from './running-server.ts';

const database = useDatabase('seeded');
beforeAll(() => say(database, natoVotes, { source: 'votes' }));
const server = useServer(database);

interface Numbers {
  propositions: number;
  agreementIndex: number | null;
  rice: number | null;
  ricePropositions: number;
  pairAgreement: number | null;
  comparisons: number;
  alpha: number | null;
  reason: string | null;
}

const numbers = 'numbers { propositions agreementIndex rice ricePropositions pairAgreement comparisons alpha reason }';
const votes = { rollCalls: { bodies: ['ASSEMBLY'] } };

const cohesionOf = async <Data>(args: object, fields: string): Promise<Data> => {
  const { cohesion } = await server.dataOf<{ cohesion: Data }>(
    `query ($bloc: String, $parties: [String!], $scope: ScopeInput, $policy: PolicyInput) {
      cohesion(bloc: $bloc, parties: $parties, scope: $scope, policy: $policy) { ${fields} }
    }`,
    { scope: votes, ...args },
  );
  return cohesion;
};

// On the eve 12 for, 1 neutral, 1 against; on the day 7 for and 7 against; then 3 for; in the last session France against Britain, then France alone.
const eve = (12 - 1) / 14;
const day = 0.25;

test('NATO over its votes, by hand', async () => {
  const { numbers: all } = await cohesionOf<{ numbers: Numbers }>({ bloc: 'nato' }, numbers);
  expect(all).toMatchObject({ propositions: 5, ricePropositions: 5, reason: null });
  expect(all.agreementIndex).toBeCloseTo((eve + day + 1 + 2 * day) / 5, 12);
  expect(all.rice).toBeCloseTo((11 / 13 + 0 + 1 + 0 + 0) / 5, 12);
  expect(all.comparisons).toBe(91 + 91 + 3 + 1 + 1);
  // Sums of d: 12·1·½ + 1·1·½ + 12·1·1; 7·7·1; 0; 1; 1.
  expect(all.pairAgreement).toBeCloseTo(1 - (18.5 + 49 + 0 + 1 + 1) / 187, 12);
});

test('by session and by year, each with its own number of propositions', async () => {
  interface Parts {
    sessions: { body: string; session: number; series: string; numbers: Numbers }[];
    years: { year: number; numbers: Numbers }[];
  }
  const { sessions, years } = await cohesionOf<Parts>(
    { bloc: 'nato' },
    `sessions { body session series ${numbers} } years { year ${numbers} }`,
  );
  expect(sessions.map(({ body, session, numbers: { propositions } }) => [body, session, propositions])).toEqual([
    ['ASSEMBLY', 58, 2],
    ['ASSEMBLY', 59, 1],
    ['ASSEMBLY', 74, 2],
  ]);
  expect(sessions[0]?.numbers.agreementIndex).toBeCloseTo((eve + day) / 2, 12);
  expect(years.map(({ year, numbers: { propositions } }) => [year, propositions])).toEqual([
    [2004, 3],
    [2020, 2],
  ]);
});

test('the European Union splits on its last vote with Britain, and on the next only one of it speaks', async () => {
  const { numbers: all } = await cohesionOf<{ numbers: Numbers }>(
    { bloc: 'eu', scope: { propositions: ['v-last', 'v-after'] } },
    numbers,
  );
  expect(all).toMatchObject({ propositions: 1, agreementIndex: 0.25, rice: 0 });
});

test('each proposition, the least cohesive first', async () => {
  interface One {
    proposition: Keyed;
    members: number;
    support: number;
    neutral: number;
    oppose: number;
    absent: number;
    numbers: Numbers;
  }
  const { propositions } = await cohesionOf<{ propositions: List<One> }>(
    { bloc: 'nato' },
    `propositions { totalCount nodes { proposition { key } members support neutral oppose absent ${numbers} } }`,
  );
  expect(propositions.nodes.map(({ proposition }) => proposition.key)).toEqual([
    ...['v-after', 'v-day', 'v-last'],
    ...['v-eve', 'v-few'],
  ]);
  expect(propositions.nodes[3]).toMatchObject({ members: 19, support: 12, neutral: 1, oppose: 1, absent: 1 });
});

test('who stands apart most often, on which propositions', async () => {
  interface Dissenters {
    dissenters: List<{ party: Keyed; spoke: number; count: number; share: number; propositions: List<Keyed> }>;
  }
  const { dissenters } = await cohesionOf<Dissenters>(
    { bloc: 'nato' },
    'dissenters { totalCount nodes { party { key } spoke count share propositions { totalCount nodes { key } } } }',
  );
  // On v-day, v-last and v-after there is no majority.
  expect(dissenters.nodes.map(({ party, spoke, count, share }) => [party.key, spoke, count, share])).toEqual([
    ['TR', 1, 1, 1],
    ['US', 2, 1, 0.5],
  ]);
  expect(dissenters.nodes[1]?.propositions).toEqual({ totalCount: 1, nodes: [{ key: 'v-eve' }] });
});

describe('of parties', () => {
  const group = ['BE', 'CA', 'CZ', 'TR', 'US'];

  test('alpha is that of their agreement', async () => {
    const { numbers: all } = await cohesionOf<{ numbers: Numbers }>({ parties: group }, numbers);
    const { agreement } = await server.dataOf<{ agreement: { value: number } }>(
      'query ($parties: [String!]!, $scope: ScopeInput) { agreement(parties: $parties, scope: $scope, policy: { measure: ALPHA }) { value } }',
      { parties: group, scope: votes },
    );
    expect(all.alpha).toBeCloseTo(agreement.value, 12);
  });

  test('the policy is applied: without neutral positions, and without unanimous roll calls', async () => {
    const of = async (policy: object) =>
      (await cohesionOf<{ numbers: Numbers }>({ parties: group, policy }, numbers)).numbers;
    expect((await of({})).comparisons).toBe(10 + 3);
    expect((await of({ neutral: 'EXCLUDE' })).comparisons).toBe(6 + 3);
    expect((await of({ minimumShared: 3 })).reason).toBe('BELOW_MINIMUM_SHARED');
    const nato = { bloc: 'nato', policy: { unanimousRollCalls: 'EXCLUDE' } };
    expect((await cohesionOf<{ numbers: Numbers }>(nato, numbers)).numbers.propositions).toBe(4); // v-few is unanimous
  });
});

test('issues have their claims', async () => {
  interface Issues {
    issues: { issue: Keyed; numbers: Numbers }[];
    numbers: Numbers;
  }
  const { issues, numbers: all } = await cohesionOf<Issues>(
    { bloc: 'quad', scope: {} },
    `issues { issue { key } ${numbers} } ${numbers}`,
  );
  expect(issues.map(({ issue }) => issue.key)).toEqual(issues.map(({ issue }) => issue.key).toSorted());
  for (const { numbers: one } of issues) expect(one.propositions).toBeGreaterThan(0);
  expect(all.propositions).toBeGreaterThan(0);
});

test.each([
  ['neither', {}, 'found neither bloc nor parties, expected one of them'],
  ['both', { bloc: 'nato', parties: ['US'] }, 'found both bloc and parties, expected one of them'],
  ['a country', { bloc: 'US' }, 'found US (United States), which is a COUNTRY, expected a BLOC or GROUP'],
])('%s is refused', async (_what, args, message) => {
  const error = await server.errorOf(
    'query ($bloc: String, $parties: [String!]) { cohesion(bloc: $bloc, parties: $parties) { revision } }',
    args,
  );
  expect(error.code).toBe('BAD_INPUT');
  expect(error.message).toContain(message);
});
