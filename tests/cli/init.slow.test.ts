import { spawnSync } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { filesOf } from '../ingest/files.ts';
import { useDatabase } from '../support/database.ts';
import { runConcord } from './run-concord.ts';

const database = useDatabase('migrated');
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

test('the steps that init prints work as they are printed, whatever the folder is called', async () => {
  const folder = join(await filesOf({}), "Anna's first ledger");
  const { code, stdout, stderr } = await runConcord(['init', folder]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const steps = Array.from(stdout.matchAll(/^ {2}npm run concord -- (.*)$/gm), ([, step = '']) => step);
  const results = steps.map((step) => {
    const line = `"${process.execPath}" "${main}" ${step}`;
    const run = spawnSync('sh', ['-c', line], { env: { PATH: process.env.PATH, DATABASE_URL: database.url } });
    return `${run.status} ${run.stderr}${run.stdout}`;
  });
  expect(results).toEqual([
    '0 6 files are valid.\n',
    expect.stringMatching(/^0 Dry run; nothing was changed\. Against revision 0: .*stance 7 added/),
    expect.stringMatching(/^0 Revision 1: .*stance 7 added, citation 5 added, absence 1 added\.\n$/),
    expect.stringMatching(/^0 Arcadia \(X-ARCADIA\), Ruritania \(X-RURITANIA\)\n/),
  ]);
  expect(results.at(-1)).toContain('AGREEMENT: 0.500\n2 shared propositions: 1 same, 0 partial, 1 opposite.\n');
  const again = await runConcord(['import', 'stances', folder, '--source', 'my-ledger', '--dry-run'], {
    DATABASE_URL: database.url,
  });
  expect(again.stdout).toBe('Dry run; nothing would change: the ledger is up to date (revision 1).\n');
});

test.each([
  [
    'in which there is something',
    { 'notes.txt': 'mine' },
    '',
    /is not empty: found 1 file, expected no such folder, or an empty one\.\n$/,
  ],
  [
    'that is a file',
    { 'notes.txt': 'mine' },
    'notes.txt',
    /cannot be made: found that it is a file, expected no such folder, or an empty one\.\n$/,
  ],
])('a folder %s is left alone', async (_, texts, below, message) => {
  const folder = await filesOf(texts);
  const { code, stdout, stderr } = await runConcord(['init', join(folder, below)]);
  expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(message) });
  expect(await readdir(folder)).toEqual(['notes.txt']);
});

test('a folder whose parent is not there is told, not made', async () => {
  const parent = join(await filesOf({}), 'misspelt');
  const { code, stderr } = await runConcord(['init', join(parent, 'my-ledger')]);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining(`found no folder ${parent}, expected one`),
  });
});

test('an empty folder is taken', async () => {
  const folder = await filesOf({});
  expect((await runConcord(['init', folder])).code).toBe(0);
  await writeFile(join(folder, 'stances.csv'), 'mine');
  expect((await runConcord(['init', folder])).code).toBe(1);
});
