import { describe, expect, test, vi } from 'vitest';
import { importRows, rowsOf } from '../ingest/undl/files.ts';
import { useDatabaseWithDisputedVotes } from './disputed-votes.ts';
import { useServer } from './running-server.ts';

const database = useDatabaseWithDisputedVotes();
const server = useServer(database);

interface Warning {
  readonly code: string;
  readonly message: string;
  readonly count: number;
}

async function disputed(parties: readonly string[], scope: object, policy: object = {}): Promise<Warning | undefined> {
  const query = `query ($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput) {
    agreement(parties: $parties, scope: $scope, policy: $policy) { value warnings { code message count } }
  }`;
  const { agreement } = await server.dataOf<{ agreement: { value: number | null; warnings: Warning[] } }>(query, {
    parties,
    scope,
    policy,
  });
  expect(agreement.value).not.toBeNull();
  return agreement.warnings.find(({ code }) => code === 'DISPUTED_VOTES');
}

const rollCalls = { kinds: ['ROLL_CALL'] };

describe('a number that rests on votes of which another record says otherwise', () => {
  test('says on how many roll calls the votes of two countries were exchanged', async () => {
    expect(await disputed(['GR', 'FR'], rollCalls)).toEqual({
      code: 'DISPUTED_VOTES',
      message: 'On 2 of the 9 roll calls what is recorded of Greece is disputed; dataset { knownGaps } says why.',
      count: 2,
    });
    expect((await disputed(['GD', 'FR'], rollCalls))?.count).toBe(2);
  });

  test('counts a roll call once though the votes of both are disputed', async () => {
    expect(await disputed(['GR', 'GD', 'FR'], rollCalls)).toMatchObject({
      message: expect.stringContaining('On 2 of the 9 roll calls what is recorded of Greece or Grenada is'),
    });
  });

  test('says on how many roll calls a vote is missing', async () => {
    expect((await disputed(['ZW', 'FR'], rollCalls))?.count).toBe(1);
  });

  test('says nothing of roll calls that are out of scope, or left out', async () => {
    expect(await disputed(['GR', 'FR'], { ...rollCalls, takenBefore: '2010-08-01' })).toBeUndefined();
    expect(await disputed(['GR', 'FR'], { propositions: ['unga-2', 'unga-5', 'unga-9'] })).toBeUndefined();
    const four = { propositions: ['unga-2', 'unga-3', 'unga-4', 'unga-5'] };
    expect((await disputed(['GD', 'FR'], four))?.count).toBe(2);
    expect((await disputed(['GD', 'FR'], four, { unanimousRollCalls: 'EXCLUDE' }))?.count).toBe(1);
  });

  test('says nothing of other countries, and nothing of claims', async () => {
    expect(await disputed(['IN', 'FR'], rollCalls)).toBeUndefined();
    expect(await disputed(['TR', 'US'], { kinds: ['CLAIM'] })).toBeUndefined();
  });
});

describe('what is known to be missing', () => {
  const gapsAt = async (asKnownAt?: number) => {
    const query = 'query ($asKnownAt: Int) { dataset(asKnownAt: $asKnownAt) { knownGaps } }';
    return (await server.dataOf<{ dataset: { knownGaps: string[] } }>(query, { asKnownAt })).dataset.knownGaps;
  };

  test('follows from the roll calls that are there', async () => {
    const gaps = await gapsAt();
    expect(gaps).toContain('The roll calls of the UN General Assembly end on 19 December 2016.');
    expect(gaps).toContain(
      'Absences are recorded for sessions 65 and 71 only; in other sessions a missing vote is unknown.',
    );
    expect(gaps).toContain('The days of roll calls in sessions 53 are placeholders within their month.');
  });

  test('has the known errors of the days that are there, with what shows them', async () => {
    const gaps = (await gapsAt()).join('\n');
    expect(gaps).toMatch(/Greece and Grenada are exchanged .* \(UN Digital Library, record 4060887\)\./);
    expect(gaps).toMatch(/66 votes of Zimbabwe/);
    expect(gaps).not.toMatch(/Mongolia|Türkiye/);
  });

  test('says nothing of roll calls where none are known', async () => {
    expect((await gapsAt(1)).join('\n')).not.toMatch(/roll calls of the UN General Assembly/);
  });
});

describe('once the official record of the month is there', () => {
  // It says that Greece voted and Grenada was away where the ledger has it the other way round, and agrees with the ledger on the vote before.
  const official = [
    ...rowsOf(
      { undl_id: 1, date: '2010-11-30', session: '65', resolution: 'A/RES/65/16', title: 'One for and one neutral' },
      { GRC: 'Y', GRD: 'A', FRA: 'N', IND: 'Y' },
    ),
    ...rowsOf(
      { undl_id: 2, date: '2010-12-20', session: '65', resolution: 'A/RES/65/147', title: 'Grenada alone' },
      { GRC: 'N', GRD: 'X', FRA: 'N' },
    ),
  ];

  async function importOfficial(options: Parameters<typeof importRows>[2] = {}): Promise<number> {
    const outcome = await importRows(database, official, options);
    expect(outcome).toMatchObject({ status: 'REVISED', matching: { matched: 2 } });
    const revision = outcome.status === 'REVISED' ? outcome.revision : 0;
    await vi.waitFor(
      async () => expect(await server.dataOf('{ dataset { revision } }')).toEqual({ dataset: { revision } }),
      { timeout: 10_000 },
    );
    return revision;
  }

  test('what it says otherwise is disputed and nothing else of that month, until it goes first', async () => {
    const revision = await importOfficial();
    expect(await disputed(['GR', 'FR'], rollCalls)).toEqual({
      code: 'DISPUTED_VOTES',
      message: 'On 1 of the 9 roll calls what is recorded of Greece is disputed; dataset { differences } says why.',
      count: 1,
    });
    expect((await disputed(['GD', 'FR'], rollCalls))?.count).toBe(1);
    expect((await disputed(['GR', 'FR'], { ...rollCalls, asKnownAt: revision - 1 }))?.count).toBe(2);
    expect(await disputed(['ZW', 'GR', 'FR'], rollCalls)).toMatchObject({
      message: expect.stringContaining(
        'On 2 of the 9 roll calls what is recorded of Zimbabwe or Greece is disputed; dataset { differences knownGaps }',
      ),
    });
    await importOfficial({ officialFirst: true });
    expect(await disputed(['GR', 'GD', 'FR'], rollCalls)).toBeUndefined();
    expect((await disputed(['GR', 'FR'], { ...rollCalls, asKnownAt: revision }))?.count).toBe(1);
    expect((await disputed(['ZW', 'FR'], rollCalls))?.count).toBe(1);
  });
});
