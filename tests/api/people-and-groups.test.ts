import { beforeAll, describe, expect, test } from 'vitest';
import { importBody } from '#ingest/roll-calls/bodies/import-body.ts';
import { openVoteview } from '#ingest/roll-calls/voteview/read-voteview.ts';
import { sampleOf } from '../ingest/bodies/sample.ts';
import { useDatabase } from '../support/database.ts';
import { useServer } from './running-server.ts';

const database = useDatabase('migrated');

beforeAll(async () => {
  const by = { author: 'a test', message: 'Import the sample Congress' };
  expect(await importBody(database, openVoteview([sampleOf('voteview')]), by)).toMatchObject({ status: 'REVISED' });
});

// It reads the ledger when it starts.
const server = useServer(database);

const keysIn = async (list: string, args: string) =>
  (await server.everyRow<{ key: string }>(list, args, 'key')).map(({ key }) => key);

describe('people and groups', () => {
  test('are lists of their own, and parties', async () => {
    expect(await keysIn('people', '')).toEqual([
      'voteview-90001',
      'voteview-90002',
      'voteview-90003',
      'voteview-90004',
    ]);
    expect(await keysIn('groups', 'orderBy: KEY')).toEqual([
      'voteview-party-100',
      'voteview-party-200',
      'voteview-party-328',
    ]);
    expect((await keysIn('parties', '')).length).toBe(7);
    expect([await keysIn('countries', ''), await keysIn('blocs', '')]).toEqual([[], []]);
  });

  test('belong together on a day', async () => {
    const args = (asOf: string) => `memberOf: "voteview-party-100", asOf: "${asOf}"`;
    expect(await keysIn('people', args('2022-06-01'))).toEqual(['voteview-90001', 'voteview-90003']);
    expect(await keysIn('people', args('2024-06-01'))).toEqual(['voteview-90001']);
  });

  test('are named by name and alias, too', async () => {
    const { party } = await server.dataOf<{ party: unknown }>(
      `{ party(key: "ada aaron") { key kind iso3 note addresses memberships(asOf: "2022-06-01") { nodes { bloc { key kind } precision } } } }`,
    );
    expect(party).toEqual({
      ...{ key: 'voteview-90001', kind: 'PERSON', iso3: null, note: 'Sat for VA.' },
      addresses: ['https://voteview.com/person/90001'],
      memberships: { nodes: [{ bloc: { key: 'voteview-party-100', kind: 'GROUP' }, precision: 'APPROXIMATE' }] },
    });
    expect(await server.dataOf('{ party(key: "B000902") { key } }')).toEqual({ party: { key: 'voteview-90002' } });
  });

  test('are counted', async () => {
    const { dataset } = await server.dataOf<{ dataset: { counts: unknown; sources: unknown } }>(
      '{ dataset { counts { countries blocs people groups rollCalls absences } sources { key title licence citation } } }',
    );
    expect(dataset.counts).toEqual({ countries: 0, blocs: 0, people: 4, groups: 3, rollCalls: 4, absences: 4 });
    expect(dataset.sources).toMatchObject([{ key: 'voteview', licence: null }]);
  });
});

test('members are compared on the roll calls of their chamber, with absences', async () => {
  const { comparison } = await server.dataOf<{ comparison: unknown }>(`{
    comparison(parties: ["voteview-90001", "voteview-90002", "voteview-90003"],
      scope: { kinds: [ROLL_CALL], rollCalls: { bodies: ["US House of Representatives"], series: ["117"] } }) {
      agreement { value sharedPropositions }
      rows { nodes { proposition { key rollCall { session series } } verdict cells { state position } } }
    }
  }`);
  expect(comparison).toEqual({
    agreement: { value: 0, sharedPropositions: 1 },
    rows: {
      nodes: [
        {
          proposition: { key: 'voteview-117-house-1', rollCall: { session: 117, series: '117' } },
          verdict: 'DIVIDED',
          cells: [
            { state: 'HELD', position: 'SUPPORT' },
            { state: 'HELD', position: 'OPPOSE' },
            { state: 'ABSENT', position: null },
          ],
        },
      ],
    },
  });
});
