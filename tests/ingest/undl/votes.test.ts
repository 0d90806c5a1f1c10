import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { assembly, council, csv, importFiles, rowsOf, votesOf } from './files.ts';

const database = useDatabase('seeded');

const ask = async (sql: string, ...values: readonly unknown[]) =>
  (await database.pool.query<Record<string, unknown>>(sql, [...values])).rows;

const general = csv(assembly, [
  ...rowsOf(
    {
      ...{
        undl_id: 3959039,
        date: '2022-03-02',
        session: 'ES-11',
        resolution: 'A/RES/ES-11/1',
        draft: 'A/ES-11/L.1',
        meeting: 'A/ES-11/PV.5',
      },
      title: 'Aggression against Ukraine : resolution / adopted by the General Assembly',
      subjects: 'UKRAINE--POLITICAL CONDITIONS|AGGRESSION|UKRAINE--SOVEREIGNTY',
      ...{
        total_yes: '2.0',
        total_no: '1.0',
        total_abstentions: '1.0',
        undl_link: 'https://digitallibrary.un.org/record/3959039',
      },
    },
    { USA: 'Y', FRA: 'Y', RUS: 'N', CHN: 'A', VEN: 'X', AFG: '', MAR: ' ', BFA: 'NV' },
  ),
  ...rowsOf(
    {
      undl_id: 654321,
      date: '1971-10-24',
      session: '26',
      resolution: 'A/RES/2700(XXVI)',
      title: 'Before',
      total_yes: '7.0',
    },
    { CHN: 'Y', YEM: 'N', YUG: 'Y', CSK: 'A', GER: 'Y', EGY: 'X' },
  ),
  ...rowsOf(
    { undl_id: 654322, date: '2003-12-03', session: '10emsp', resolution: 'A/RES/ES-10/14' },
    { YUG: 'A', SRB: 'X', CHN: 'Y', YEM: 'Y' },
  ),
]).replace('654322,SRB,STATE SRB,X,2003-12-03,10emsp,A/RES/ES-10/14,,,,,,,,,,,,,\n', '');
const security = csv(council, [
  ...rowsOf(
    {
      undl_id: 4072364,
      date: '2025-01-15',
      resolution: 'S/RES/2768(2025)',
      description: 'Security Council resolution 2768 (2025)',
      modality: 'Vote',
    },
    { CHN: 'A', USA: 'Y' },
  ),
  ...rowsOf(
    {
      undl_id: 4072365,
      date: '2025-01-16',
      resolution: 'S/RES/2769(2025)',
      description: 'x',
      modality: 'Adopted without vote',
    },
    { CHN: 'Y' },
  ),
]);
const warnings: string[] = [];

beforeAll(async () => {
  const outcome = await importFiles(
    database,
    { 'ga.csv': general, 'sc.csv': security },
    { warn: (line) => warnings.push(line) },
  );
  expect(outcome).toMatchObject({
    status: 'REVISED',
    revision: 2,
    changes: {
      document: { added: 4 },
      proposition: { added: 4 },
      stance: { added: 14 },
      absence: { added: 5 },
      propositionIssue: { added: 1 },
    },
    read: { rollCalls: 4, votes: 14, absences: 5, withoutVote: 1, otherTallies: 1, withSubjects: 1, withoutIssue: 0 },
    matching: { matched: 0, differences: 0, ambiguous: [] },
  });
});

test('Y, A and N are positions; X, NV, nothing and a space say who did not vote', async () => {
  expect(await votesOf(database, 'undl-3959039')).toEqual([
    ...['AF ABSENT', 'BF ABSENT', 'CN NEUTRAL', 'FR SUPPORT', 'MA ABSENT', 'RU OPPOSE', 'US SUPPORT', 'VE ABSENT'],
  ]);
});

test('a code is the party of the day', async () => {
  expect(await votesOf(database, 'undl-654321')).toEqual([
    ...['CSHH NEUTRAL', 'DE SUPPORT', 'EG ABSENT', 'TW SUPPORT', 'X-YAR OPPOSE', 'YUCS SUPPORT'],
  ]);
  expect(await votesOf(database, 'undl-654322')).toEqual(['CN SUPPORT', 'CSXX NEUTRAL', 'YE SUPPORT']);
});

test('a roll call has its body, sessions, tally and the issues of its subjects', async () => {
  const rows = await ask(
    `SELECT p.key, body, session, series, symbol, text, tabled_on::text, tabled_on_precision AS precision, text_scope, yes, no, abstain,
       (SELECT array_agg(issue.key) FROM proposition_issue JOIN issue ON issue.id = issue_id WHERE proposition_id = p.id) AS issues
     FROM proposition p WHERE key LIKE 'undl-%' ORDER BY tabled_on`,
  );
  const whole = { precision: 'DAY', text_scope: 'WHOLE' };
  expect(rows).toEqual([
    {
      ...{
        key: 'undl-654321',
        body: 'UNGA',
        session: 26,
        series: null,
        symbol: 'A/RES/2700(XXVI)',
        text: 'Before',
        tabled_on: '1971-10-24',
      },
      ...{ ...whole, yes: 3, no: 1, abstain: 1, issues: null },
    },
    {
      ...{
        key: 'undl-654322',
        body: 'UNGA',
        session: 58,
        series: 'ES-10',
        symbol: 'A/RES/ES-10/14',
        text: 'A/RES/ES-10/14',
      },
      ...{ tabled_on: '2003-12-03', ...whole, yes: 2, no: 0, abstain: 1, issues: null },
    },
    {
      ...{
        key: 'undl-3959039',
        body: 'UNGA',
        session: 76,
        series: 'ES-11',
        symbol: 'A/RES/ES-11/1',
        text: 'Aggression against Ukraine',
      },
      ...{ tabled_on: '2022-03-02', ...whole, yes: 2, no: 1, abstain: 1, issues: ['ukraine-war'] },
    },
    {
      ...{
        key: 'undl-4072364',
        body: 'UNSC',
        session: 2025,
        series: null,
        symbol: 'S/RES/2768(2025)',
        text: 'Security Council resolution 2768 (2025)',
      },
      ...{ tabled_on: '2025-01-15', ...whole, yes: 1, no: 0, abstain: 1, issues: null },
    },
  ]);
});

test('its document has title, symbol, meeting, draft and the address of the record', async () => {
  expect(
    await ask(
      `SELECT title, publisher, kind, symbol, meeting, draft, addresses FROM document WHERE key = 'undl-3959039'`,
    ),
  ).toEqual([
    {
      title: 'Aggression against Ukraine',
      publisher: 'UN General Assembly',
      kind: 'UN_RESOLUTION_VOTE',
      symbol: 'A/RES/ES-11/1',
      meeting: 'A/ES-11/PV.5',
      draft: 'A/ES-11/L.1',
      addresses: [{ url: 'https://digitallibrary.un.org/record/3959039', read: false, note: null }],
    },
  ]);
  expect(await ask(`SELECT addresses FROM document WHERE key = 'undl-654321'`)).toMatchObject([
    { addresses: [{ url: 'https://digitallibrary.un.org/record/654321' }] },
  ]);
});

test('a tally that differs from the votes is a warning', () => {
  expect(warnings).toEqual([
    expect.stringMatching(/ga\.csv:10: the roll call 654321 .* states the tally 7-\?-\?, its votes are 3-1-1\.$/),
  ]);
});

test('the same files change nothing', async () => {
  expect(await importFiles(database, { 'ga.csv': general, 'sc.csv': security })).toMatchObject({
    status: 'UNCHANGED',
    revision: 2,
  });
});

test('files of later votes alone retire nothing, and those before a day are left out', async () => {
  const later = csv(assembly, [
    ...rowsOf({ undl_id: 5000001, date: '2026-01-02', session: '80', resolution: 'A/RES/80/300' }, { USA: 'N' }),
    ...rowsOf({ undl_id: 5000000, date: '2025-12-31', session: '80', resolution: 'A/RES/80/299' }, { USA: 'N' }),
  ]);
  expect(await importFiles(database, { 'ga.csv': later }, { since: '2026-01-01' })).toMatchObject({
    status: 'REVISED',
    changes: { proposition: { added: 1, retired: 0 }, stance: { added: 1, retired: 0 } },
    read: { rollCalls: 1, before: 1 },
    kept: { stance: { rows: 14, of: 14 } },
  });
});

test('complete files retire what they lack', async () => {
  const outcome = await importFiles(database, { 'ga.csv': general, 'sc.csv': security }, { complete: true });
  expect(outcome).toMatchObject({
    status: 'REVISED',
    changes: { proposition: { retired: 1 }, stance: { retired: 1 } },
  });
});

test('a vote that was corrected replaces the one before', async () => {
  const corrected = general
    .replace('3959039,VEN,STATE VEN,X', '3959039,VEN,STATE VEN,N')
    .replace('3959039,FRA,STATE FRA,Y', '3959039,FRA,STATE FRA,A');
  expect(await importFiles(database, { 'ga.csv': corrected })).toMatchObject({
    status: 'REVISED',
    changes: { stance: { added: 2, retired: 1 }, absence: { added: 0, retired: 1 }, proposition: { amended: 1 } },
  });
});
