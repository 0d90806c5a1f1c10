import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { importSample, refusalOf, sample } from './sample.ts';

const database = useDatabase('seeded');
const textOf = (name: string) => readFile(join(sample, name), 'utf8');

/** Votes that take more than one piece to read, and none of them wrong but for their roll calls. */
const manyVotes = (count: number) =>
  `rcid,country,country_code,vote\n${Array.from({ length: count }, (_, index) => `${index + 10_000},Russia,RU,yes\n`).join('')}`;

test('packed files say the same as unpacked ones', async () => {
  await importSample(database);
  const names = ['roll_calls.csv', 'issues.csv', 'votes.csv', 'absences_1946_2015.csv'];
  const packed = await Promise.all(names.map(async (name) => [`${name}.gz`, gzipSync(await textOf(name))] as const));
  const changes = Object.fromEntries([...names.map((name) => [name, null] as const), ...packed]);
  expect(await importSample(database, changes)).toEqual({ status: 'UNCHANGED', revision: 2 });
});

test('absences may be in several files, or in none', async () => {
  const [header, ...rows] = (await textOf('absences_1946_2015.csv')).trim().split('\n');
  const changes = {
    'absences_1946_2015.csv': null,
    'absences_a.csv': [header, ...rows.slice(0, 4)].join('\n'),
    'absences_b.csv.gz': gzipSync([header, ...rows.slice(4)].join('\n')),
  };
  expect(await importSample(database, changes)).toEqual({ status: 'UNCHANGED', revision: 2 });
  expect(await importSample(database, { 'absences_1946_2015.csv': null }, { complete: true })).toEqual({
    status: 'REVISED',
    revision: 3,
    changes: { absence: { added: 0, amended: 0, retired: 4 } },
  });
});

describe('a packed file is refused', () => {
  test('that ends early, with the line where it does', async () => {
    const packed = gzipSync(manyVotes(200_000), { level: 0 }); // stored as it is, so that the line can be told
    const half = packed.subarray(0, packed.length / 2);
    const whole = half.toString('latin1').split('\n').length;
    const [line = ''] = await refusalOf(database, { 'votes.csv': null, 'votes.csv.gz': half });
    expect(line).toMatch(/^votes\.csv\.gz:\d+ {2}found a truncated gzip file, expected a complete file$/);
    expect(Math.abs(Number(line.split(/[: ]/)[1]) - whole)).toBeLessThan(10);
  });

  test('that ends early within its first lines', async () => {
    const packed = gzipSync(await textOf('votes.csv'));
    const lines = await refusalOf(database, { 'votes.csv': null, 'votes.csv.gz': packed.subarray(0, -12) });
    expect(lines).toEqual([
      expect.stringMatching(/^votes\.csv\.gz:\d+ {2}found a truncated gzip file, expected a complete file$/),
    ]);
  });

  test('that is not packed at all', async () => {
    const lines = await refusalOf(database, { 'votes.csv': null, 'votes.csv.gz': await textOf('votes.csv') });
    expect(lines).toEqual([
      'votes.csv.gz:1  found data that is not gzip (incorrect header check), expected a gzip file',
    ]);
  });

  test('that was damaged', async () => {
    const packed = gzipSync(await textOf('votes.csv'));
    packed.writeUInt32LE(1, packed.length - 8);
    const lines = await refusalOf(database, { 'votes.csv': null, 'votes.csv.gz': packed });
    expect(lines).toEqual([
      expect.stringMatching(
        /^votes\.csv\.gz:\d+ {2}found data that is not gzip \(incorrect data check\), expected a gzip file$/,
      ),
    ]);
  });
});
