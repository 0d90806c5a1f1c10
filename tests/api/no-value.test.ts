import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

const nothing = { sharedPropositions: 0, pairs: 0, same: 0, partial: 0, opposite: 0 };

async function agreementOf(variables: { parties: string[]; scope?: object; policy?: object }) {
  const { agreement } = await server.dataOf<{ agreement: Record<string, unknown> }>(
    `query ($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput) {
      agreement(parties: $parties, scope: $scope, policy: $policy) {
        value reason sharedPropositions pairs same partial opposite
      }
    }`,
    variables,
  );
  return agreement;
}

test('parties that share nothing have no number, least of all 0 or 50 %', async () => {
  const scope = { issues: ['aukus'] };
  expect(await agreementOf({ parties: ['UA', 'SB'], scope })).toEqual({
    value: null,
    reason: 'NO_SHARED_EVIDENCE',
    ...nothing,
  });
});

test('before the first revision nothing was known', async () => {
  const scope = { asKnownAt: 0 };
  expect(await agreementOf({ parties: ['CN', 'RU'], scope })).toEqual({
    value: null,
    reason: 'NO_SHARED_EVIDENCE',
    ...nothing,
  });
});

test('of one party there is no agreement', async () => {
  expect(await agreementOf({ parties: ['CN'] })).toEqual({ value: null, reason: 'TOO_FEW_PARTIES', ...nothing });
});

test('too little evidence withholds the number and keeps the counts', async () => {
  const parties = ['CN', 'RU'];
  const scope = { asOf: '2022-02-05' };
  const { value, ...counts } = await agreementOf({ parties, scope, policy: { minimumShared: 28 } });
  expect(value).toEqual(expect.any(Number));
  expect(await agreementOf({ parties, scope, policy: { minimumShared: 29 } })).toEqual({
    ...counts,
    value: null,
    reason: 'BELOW_MINIMUM_SHARED',
    pairs: 0,
  });
});

test('the Americans and the British are both neutral on whose Taiwan is, so a measure of sides has nothing to count', async () => {
  const question = { parties: ['US', 'GB'], scope: { propositions: ['tw-inalienable'] } };
  expect(await agreementOf({ ...question, policy: { measure: 'COINCIDENCE' } })).toMatchObject({
    value: null,
    reason: 'ALL_NEUTRAL',
    sharedPropositions: 1,
  });
});

test('where nobody recorded absences, a measure that counts them says so', async () => {
  const question = { parties: ['CN', 'RU'], scope: { issues: ['taiwan'] } };
  const { value, reason } = await agreementOf({ ...question, policy: { measure: 'COINCIDENCE_2022' } });
  expect({ value, reason }).toEqual({ value: null, reason: 'ABSENCES_NOT_RECORDED' });
});

test.each(['WEIGHTED_KAPPA', 'WEIGHTED_PI', 'ALPHA'])(
  '%s is undefined where both always say the same',
  async (measure) => {
    const scope = {
      issues: ['democracy'],
      asOf: '2022-02-05',
      propositions: ['dem-universal-value', 'dem-no-single-model'],
    };
    expect(await agreementOf({ parties: ['CN', 'RU'], scope, policy: { measure } })).toMatchObject({
      value: null,
      reason: 'NO_VARIATION',
      sharedPropositions: 2,
      same: 2,
    });
  },
);

test('a minimum below 1 is refused', async () => {
  const { code, message } = await server.errorOf(
    '{ agreement(parties: ["CN", "RU"], policy: { minimumShared: 0 }) { value } }',
  );
  expect([code, message]).toEqual(['BAD_INPUT', 'minimumShared: found 0, expected at least 1.']);
});
