import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { everything, standing } from '../standing.ts';
import { importFolder, importSample, replacing, sampleWith } from './sample.ts';

/** The sample's file with its header and the lines that `keeps` takes. */
const lines = (keeps: (line: string, number: number) => boolean) => (text: string) =>
  text
    .split('\n')
    .filter((line, index) => index === 0 || keeps(line, index + 1))
    .join('\n');

const brokenOff = { 'votes.csv': (text: string) => `${text.split('\n').slice(0, 16).join('\n')}\n` };
const withoutVotes = { 'votes.csv': lines(() => false) };

describe('files that do not claim to be complete', () => {
  const database = useDatabase('seeded');

  test('that break off at the end of a line change neither votes nor tallies, and tell what stays', async () => {
    await importSample(database);
    const before = await everything(database);
    const outcome = await importSample(database, brokenOff);
    expect(outcome).toMatchObject({ status: 'UNCHANGED', kept: { stance: { rows: 15, of: 30 } } });
    expect(await everything(database)).toEqual(before);
  });

  test('retire nothing when they have new roll calls alone', async () => {
    await importSample(database);
    const before = await standing(database);
    const outcome = await importSample(database, {
      'roll_calls.csv': (text) => `${lines(() => false)(text)}\n4005,61,2006-11-01,R/61/2,NEW,A new one.,0,0,0\n`,
      'issues.csv': lines(() => false),
      'votes.csv': (text) => `${lines(() => false)(text)}\n4005,Russia,RU,yes\n4005,China,CN,no\n`,
      'absences_1946_2015.csv': null,
    });
    expect(outcome).toMatchObject({
      status: 'REVISED',
      changes: {
        document: { added: 1, amended: 0, retired: 0 },
        proposition: { added: 1, amended: 0, retired: 0 },
        stance: { added: 2, amended: 0, retired: 0 },
      },
      kept: { document: { rows: 15, of: 15 }, stance: { rows: 30, of: 30 }, absence: { rows: 4, of: 4 } },
    });
    expect(await standing(database)).toMatchObject({
      proposition: (before.proposition ?? 0) + 1,
      stance: (before.stance ?? 0) + 2,
      absence: before.absence,
    });
  });

  test('make an absence of a vote', async () => {
    const outcome = await importSample(database, {
      'votes.csv': replacing('4004,Russia,RU,yes\n', ''),
      'absences_1946_2015.csv': (text) => `${text.trimEnd()}\n4004,Russia,RU,absent\n`,
    });
    expect(outcome).toMatchObject({
      status: 'REVISED',
      changes: { stance: { added: 0, retired: 1 }, absence: { added: 1, retired: 0 }, proposition: { amended: 1 } },
    });
  });
});

describe('complete files of which much is missing', () => {
  const database = useDatabase('seeded');

  test('are refused', async () => {
    await importSample(database);
    const before = await everything(database);
    await expect(importSample(database, withoutVotes, { complete: true })).rejects.toMatchObject({
      code: 'RETIRES_TOO_MUCH',
      message: expect.stringMatching(/source unga .* stance 30 of 30 \(100 %\).*--retire-up-to 30\b/),
    });
    expect(await everything(database)).toEqual(before);
  });

  test('are told by a dry run, which changes nothing', async () => {
    const before = await everything(database);
    const outcome = await importSample(database, withoutVotes, { complete: true, dryRun: true });
    expect(outcome).toMatchObject({
      status: 'DRY_RUN',
      base: 2,
      changes: { stance: { added: 0, amended: 0, retired: 30 } },
      first: { stance: { retired: 'US | unga-3 | 1946-01-01' }, proposition: { amended: 'unga-3' } },
      losses: expect.arrayContaining([{ table: 'stance', held: 30, lost: 30 }]),
    });
    expect(await everything(database)).toEqual(before);
  });

  test('are taken when that many records may be retired', async () => {
    expect(await importSample(database, withoutVotes, { complete: true, retireUpTo: 30 })).toMatchObject({
      status: 'REVISED',
      changes: { stance: { added: 0, retired: 30 } },
    });
  });
});

describe('a dry run of the first import', () => {
  const database = useDatabase('seeded');

  test('tells the first record of each table', async () => {
    const outcome = await importSample(database, {}, { dryRun: true });
    expect(outcome).toMatchObject({
      status: 'DRY_RUN',
      first: {
        proposition: { added: 'unga-3' },
        propositionIssue: { added: 'unga-3 | un-colonialism' },
        stance: { added: 'US | unga-3 | 1946-01-01' },
      },
    });
    expect(await standing(database)).toMatchObject({ revision: 1 });
  });
});

describe('a folder with more than the import reads', () => {
  const database = useDatabase('seeded');

  test('has the rest named', async () => {
    const folder = await sampleWith({ 'Votes (1).csv': 'a copy', 'votes.zip': 'packed', '.DS_Store': '' });
    const warnings: string[] = [];
    await importFolder(database, folder, { warn: (text) => warnings.push(text) });
    expect(warnings).toEqual([
      `Warning: not read: ${folder}/Votes (1).csv, ${folder}/votes.zip; only roll_calls, issues, votes (or unvotes) and absences*, each .csv or .csv.gz, files are.`,
    ]);
  });
});

describe('files in which R wrote NA for what is missing', () => {
  const database = useDatabase('seeded');
  const byR = (text: string) =>
    text
      .split('\n')
      .map((line) => line.replaceAll(/(?<=^|,)(?=,|$)/g, 'NA'))
      .map((line) => (line === 'NA' ? '' : line))
      .join('\n');

  test('say what empty fields say, and Namibia keeps its code', async () => {
    await importSample(database);
    const files = ['roll_calls.csv', 'issues.csv', 'votes.csv', 'absences_1946_2015.csv'];
    const outcome = await importSample(database, Object.fromEntries(files.map((name) => [name, byR])), {
      complete: true,
    });
    expect(outcome).toEqual({ status: 'UNCHANGED', revision: 2 });
    const { rowCount } = await database.pool.query(
      `SELECT FROM stance JOIN party ON party.id = party_id WHERE party.key = 'NA'`,
    );
    expect(rowCount).toBeGreaterThan(0);
  });
});
