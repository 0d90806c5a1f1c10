import { describe, expect, test } from 'vitest';
import { type Keyed, useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());

interface Evidence {
  parties: Keyed[];
  proposition: Keyed;
  positions: (string | null)[];
  counted: boolean;
  reason: string | null;
  contribution: number | null;
}
interface Page {
  value: number | null;
  evidence: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: Evidence[] };
}

/** The value that is asked for with every row of its evidence. */
async function withEvidence(variables: object, args = '') {
  const rows: Evidence[] = [];
  let after: string | null = null;
  for (;;) {
    const reply: { agreement: Page } = await server.dataOf(
      `query ($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput, $after: String) {
        agreement(parties: $parties, scope: $scope, policy: $policy) {
          value
          evidence(first: 250, after: $after ${args}) {
            totalCount pageInfo { hasNextPage endCursor }
            nodes { parties { key } proposition { key } positions counted reason contribution }
          }
        }
      }`,
      { ...variables, after },
    );
    const { value, evidence } = reply.agreement;
    rows.push(...evidence.nodes);
    after = evidence.pageInfo.endCursor;
    if (!evidence.pageInfo.hasNextPage) return { value, rows, totalCount: evidence.totalCount };
  }
}

const measures = [
  'AGREEMENT',
  'IDENTICAL',
  'COINCIDENCE',
  'COINCIDENCE_2017',
  'S_SCORE',
  'WEIGHTED_KAPPA',
  'WEIGHTED_PI',
  'ALPHA',
];
const [two, five] = [
  ['AU', 'CN'],
  ['CN', 'RU', 'IN', 'US', 'GB'],
];
const everything = { asOf: '2025-03-01', kinds: ['CLAIM', 'ROLL_CALL'] };
const questions: [string, { parties: string[]; scope?: object; policy?: object }][] = [
  ['two parties', { parties: two }],
  ['two parties without neutrals', { parties: two, policy: { neutral: 'EXCLUDE' } }],
  ['five parties', { parties: five, scope: { asOf: '2022-03-03' } }],
  ['five parties, of which some pairs share too little', { parties: five, policy: { minimumShared: 24 } }],
  ['five parties, claims and votes', { parties: five, scope: everything }],
  [
    'five parties, votes where abstaining is opposing and unanimous ones are out',
    { parties: five, scope: everything, policy: { neutral: 'COUNT_AS_OPPOSE', unanimousRollCalls: 'EXCLUDE' } },
  ],
];

describe.each(questions)('of %s', (_who, question) => {
  test.each(measures)('the contributions of the evidence sum to %s', async (measure) => {
    const { value, rows, totalCount } = await withEvidence({ ...question, policy: { ...question.policy, measure } });
    expect(value).toEqual(expect.any(Number));
    expect(Math.abs(rows.reduce((sum, row) => sum + (row.contribution ?? 0), 0) - Number(value))).toBeLessThan(1e-9);
    expect(rows.length).toBe(totalCount);
    for (const { counted, reason, contribution } of rows) {
      expect([reason === null, contribution !== null]).toEqual([counted, counted]);
    }
  });
});

test('COINCIDENCE_2022 counts absences, where any are recorded', async () => {
  const question = { parties: five, scope: everything, policy: { measure: 'COINCIDENCE_2022' } };
  const { value, rows } = await withEvidence(question);
  expect(Math.abs(rows.reduce((sum, row) => sum + (row.contribution ?? 0), 0) - Number(value))).toBeLessThan(1e-9);
  const absent = rows.filter(({ counted, positions }) => counted && positions.includes(null));
  expect(absent.length).toBeGreaterThan(0);
  const reasons = new Set(rows.map(({ reason }) => reason));
  expect(reasons).toContain('ABSENCES_NOT_RECORDED');
  expect(reasons).not.toContain('ABSENT');
});

test('what does not count says why', async () => {
  const question = { parties: five, scope: everything, policy: { neutral: 'EXCLUDE', unanimousRollCalls: 'EXCLUDE' } };
  const { rows } = await withEvidence(question);
  const reasonOf = (pair: string, proposition: string) =>
    rows.find(
      ({ parties, proposition: { key } }) => parties.map((party) => party.key).join() === pair && key === proposition,
    )?.reason;
  expect(reasonOf('CN,RU', 'vote-1')).toBe('UNANIMOUS_ROLL_CALL');
  expect(reasonOf('CN,IN', 'vote-1')).toBe('ABSENT');
  expect(reasonOf('CN,GB', 'vote-1')).toBe('POSITION_MISSING');
  expect(reasonOf('CN,RU', 'vote-2')).toBe('NEUTRAL_EXCLUDED');
  expect(reasonOf('CN,US', 'vote-2')).toBeNull();
});

test('what a measure leaves aside, and a pair without a value, say so too', async () => {
  const coincidence = await withEvidence({ parties: ['US', 'CN'], policy: { measure: 'COINCIDENCE' } });
  expect(coincidence.rows.map(({ reason }) => reason)).toContain('NEUTRAL_ASIDE');
  const withheld = await withEvidence({ parties: five, policy: { minimumShared: 24 } });
  expect(withheld.rows.map(({ reason }) => reason)).toContain('PAIR_WITHHELD');
});

test('only what counts, or only what does not', async () => {
  const all = await withEvidence({ parties: five });
  const counted = await withEvidence({ parties: five }, 'counted: true');
  const not = await withEvidence({ parties: five }, 'counted: false');
  expect(counted.rows).toEqual(all.rows.filter((row) => row.counted));
  expect(not.rows).toEqual(all.rows.filter((row) => !row.counted));
  expect(counted.totalCount + not.totalCount).toBe(all.totalCount);
});
