import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { everything, standing } from '../standing.ts';
import { type Changes, importFolder, importSample, refusalOf, sample, sampleWith } from './sample.ts';

const database = useDatabase('seeded');

test('votes are read from unvotes.csv, as the R package unvotes calls them', async () => {
  const votes = await readFile(join(sample, 'votes.csv'), 'utf8');
  await importSample(database);
  const before = await everything(database);
  expect(await importSample(database, { 'votes.csv': null, 'unvotes.csv': votes }, { complete: true })).toEqual({
    status: 'UNCHANGED',
    revision: 2,
  });
  expect(await everything(database)).toEqual(before);
  expect(await refusalOf(database, { 'unvotes.csv': votes })).toEqual([
    'DIR  found unvotes.csv and votes.csv, expected votes.csv or votes.csv.gz, or unvotes.csv or unvotes.csv.gz',
  ]);
});

describe('without issues.csv', () => {
  const withoutIssues: Changes = { 'issues.csv': null };

  test.each([false, true])('what stands of labels is kept, complete: %s', async (complete) => {
    const before = await everything(database);
    expect(await importSample(database, withoutIssues, { complete })).toEqual({ status: 'UNCHANGED', revision: 2 });
    expect(await everything(database)).toEqual(before);
  });

  test('labels go with a roll call that goes', async () => {
    const before = await standing(database);
    const without = (rcid: string) => (text: string) =>
      text
        .split('\n')
        .filter((line) => !line.startsWith(`${rcid},`))
        .join('\n');
    const changes = {
      'roll_calls.csv': without('11'),
      'votes.csv': without('11'),
      'absences_1946_2015.csv': without('11'),
    };
    const outcome = await importSample(database, { ...withoutIssues, ...changes }, { complete: true });
    expect(outcome).toMatchObject({ status: 'REVISED', changes: { propositionIssue: { added: 0, retired: 4 } } });
    expect((await standing(database)).proposition).toBe((before.proposition ?? 0) - 1);
  });
});

test('a pipe in the place of a file is refused, rather than waited for', async () => {
  const folder = await sampleWith({ 'votes.csv': null });
  const pipe = join(folder, 'votes.csv');
  execFileSync('mkfifo', [pipe]);
  await expect(importFolder(database, folder)).rejects.toMatchObject({
    code: 'UNREADABLE',
    message: `${pipe} cannot be read: it is no file.`,
  });
});
