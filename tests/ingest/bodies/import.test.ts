import { beforeAll, expect, test } from 'vitest';
import { type ImportBodyOptions, importBody } from '#ingest/roll-calls/bodies/import-body.ts';
import { useDatabase } from '../../support/database.ts';
import { type Format, openers, sampleOf, sampleWith } from './sample.ts';

const database = useDatabase('migrated');
const by = { author: 'tester', message: 'a test' };

const importSample = (format: Format, folder = sampleOf(format), options: ImportBodyOptions = {}) =>
  importBody(database, openers[format]([folder]), by, options);

const ask = async (sql: string) => (await database.pool.query<Record<string, unknown>>(sql)).rows;

beforeAll(async () => {
  for (const format of ['voteview', 'howtheyvote', 'polis', 'popolo'] as const) {
    const outcome = await importSample(format);
    expect(outcome).toMatchObject({ status: 'REVISED' });
  }
});

test('each import is one revision of its own source, with what it holds', async () => {
  expect(
    await ask(`SELECT revision.number, source,
      (SELECT count(*)::int FROM party WHERE added_in = number) AS parties,
      (SELECT count(*)::int FROM membership WHERE added_in = number) AS memberships,
      (SELECT count(*)::int FROM proposition WHERE added_in = number) AS "rollCalls",
      (SELECT count(*)::int FROM stance WHERE added_in = number) AS votes,
      (SELECT count(*)::int FROM absence WHERE added_in = number) AS absences
      FROM revision ORDER BY number`),
  ).toEqual([
    { number: 1, source: 'voteview', parties: 7, memberships: 4, rollCalls: 4, votes: 4, absences: 4 },
    { number: 2, source: 'howtheyvote', parties: 5, memberships: 5, rollCalls: 3, votes: 5, absences: 1 },
    { number: 3, source: 'polis-9sample', parties: 8, memberships: 5, rollCalls: 3, votes: 12, absences: 0 },
    { number: 4, source: 'popolo', parties: 13, memberships: 8, rollCalls: 3, votes: 6, absences: 5 },
  ]);
});

test('whose records these are stands in the ledger', async () => {
  expect(await ask('SELECT key, licence, licence_address FROM source ORDER BY key')).toEqual([
    { key: 'howtheyvote', licence: 'ODbL-1.0', licence_address: 'https://opendatacommons.org/licenses/odbl/1-0/' },
    { key: 'polis-9sample', licence: null, licence_address: null },
    { key: 'popolo', licence: null, licence_address: null },
    { key: 'voteview', licence: null, licence_address: null },
  ]);
});

test('a vote is a stance of a person on the roll call of a body', async () => {
  expect(
    await ask(`SELECT party.key AS party, party.kind, position, held_from::text, basis, proposition.body, proposition.yes, proposition.no
      FROM stance JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
      WHERE proposition.key = 'voteview-117-house-1' ORDER BY stance.id`),
  ).toEqual([
    {
      ...{ party: 'voteview-90001', kind: 'PERSON', position: 'SUPPORT', held_from: '2021-01-04', basis: 'VOTE' },
      ...{ body: 'US House of Representatives', yes: 1, no: 1 },
    },
    {
      ...{ party: 'voteview-90002', kind: 'PERSON', position: 'OPPOSE', held_from: '2021-01-04', basis: 'VOTE' },
      ...{ body: 'US House of Representatives', yes: 1, no: 1 },
    },
  ]);
});

test('importing the same again changes nothing', async () => {
  for (const format of ['voteview', 'howtheyvote', 'polis', 'popolo'] as const) {
    expect(await importSample(format, sampleOf(format), { complete: true })).toEqual({
      status: 'UNCHANGED',
      revision: 4,
    });
  }
});

test('a dry run says what would change and changes nothing', async () => {
  const folder = await sampleWith('howtheyvote', {
    'member_votes.csv': (text) => text.replace('900001,AGAINST', '900001,DID_NOT_VOTE'),
  });
  expect(await importSample('howtheyvote', folder, { dryRun: true })).toMatchObject({
    status: 'DRY_RUN',
    base: 4,
    changes: { stance: { added: 0, retired: 1 }, absence: { added: 1, retired: 0 } },
  });
});

test('files with problems change nothing', async () => {
  const folder = await sampleWith('howtheyvote', { 'member_votes.csv': (text) => text.replace('AGAINST', 'MAYBE') });
  expect(await importSample('howtheyvote', folder)).toMatchObject({ status: 'REFUSED', total: 1 });
  expect(await ask('SELECT max(number)::int AS number FROM revision')).toEqual([{ number: 4 }]);
});

test('the files of one Congress alone leave what is known of others, and the longer memberships', async () => {
  const folder = await sampleWith('voteview', {
    ...Object.fromEntries(['members', 'rollcalls', 'votes'].map((kind) => [`HS117_${kind}.csv`, null])),
  });
  expect(await importSample('voteview', folder)).toMatchObject({ status: 'UNCHANGED' });
  expect(
    await ask(`SELECT "from"::text, until::text FROM membership JOIN party ON party.id = member_id
      WHERE party.key = 'voteview-90001' AND membership.retired_in IS NULL`),
  ).toEqual([{ from: '2021-01-03', until: '2025-01-03' }]);
});

test('a membership that goes on is corrected, and a longer one takes its place', async () => {
  const goesOn = await sampleWith('howtheyvote', {
    'group_memberships.csv': (text) => text.replace('900001,NI,10,2024-07-16,', '900001,NI,10,2024-07-16,2025-12-31'),
  });
  expect(await importSample('howtheyvote', goesOn)).toMatchObject({
    status: 'REVISED',
    changes: { membership: { added: 1, retired: 1 } },
  });
  const longer = await sampleWith('voteview', {
    'HS116_members.csv':
      'congress,chamber,icpsr,party_code,bioname,state_abbrev,bioguide_id\n116,House,90003,100,"CLARK, Cleo",CT,\n',
  });
  expect(await importSample('voteview', longer)).toMatchObject({
    status: 'REVISED',
    changes: { membership: { added: 1, retired: 1 } },
  });
  expect(
    await ask(`SELECT "from"::text, until::text FROM membership JOIN party ON party.id = member_id
      WHERE party.key = 'voteview-90003' AND membership.retired_in IS NULL`),
  ).toEqual([{ from: '2019-01-03', until: '2023-01-03' }]);
});

test('names with signs of their own arrive as they are, control characters do not', async () => {
  const people = {
    persons: [{ id: 'x', name: 'Ann "Nan" O\\N', other_names: [{ name: 'a, {b} \\ "c"' }, { name: 'NULL' }] }],
  };
  const folder = await sampleWith('popolo', {
    'motions.json': null,
    'parliament.json': JSON.stringify({
      ...people,
      vote_events: [
        {
          id: 'odd',
          start_date: '2020-01-01',
          motion: { text: 'Tab\tand\u0000NUL', identifier: 'A\u0000B' },
          votes: [{ voter_id: 'x', option: 'yes' }],
        },
      ],
    }),
  });
  const outcome = await importSample('popolo', folder, { source: { key: 'odd' } });
  expect(outcome).toMatchObject({ status: 'REVISED' });
  expect(await ask(`SELECT name, aliases FROM party WHERE key = 'odd-x'`)).toEqual([
    { name: 'Ann "Nan" O\\N', aliases: ['a, {b} \\ "c"', 'NULL'] },
  ]);
  expect(await ask(`SELECT text, symbol FROM proposition WHERE key = 'odd-odd'`)).toEqual([
    { text: 'Tab and NUL', symbol: 'A B' },
  ]);
});

test('periods in one group that overlap are one membership', async () => {
  const folder = await sampleWith('howtheyvote', {
    'group_memberships.csv': (text) => `${text}900003,EPP,10,2024-07-16,2025-01-31\n900003,EPP,10,2025-01-15,\n`,
  });
  const outcome = await importSample('howtheyvote', folder, { source: { key: 'overlap' } });
  expect(outcome).toMatchObject({ status: 'REVISED', changes: { membership: { added: 5 } } });
});

test('a user names the source and its terms', async () => {
  const source = { key: 'commons', licence: 'OGL-UK-3.0', licenceAddress: null, citation: 'Sample Commons' };
  expect(await importSample('popolo', sampleOf('popolo'), { source })).toMatchObject({ status: 'REVISED' });
  expect(await ask(`SELECT key FROM party WHERE key LIKE 'commons-%' ORDER BY key LIMIT 1`)).toEqual([
    { key: 'commons-17' },
  ]);
  expect(await ask(`SELECT licence, citation FROM source WHERE key = 'commons'`)).toEqual([
    { licence: 'OGL-UK-3.0', citation: 'Sample Commons' },
  ]);
});
