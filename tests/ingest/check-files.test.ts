import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFiles } from '#ingest/check-files.ts';
import { importFiles } from '#ingest/import-files.ts';
import { useDatabase } from '../support/database.ts';
import { check } from './check.ts';
import { copyOfSeeds, filesOf, replaceIn } from './files.ts';
import { everything } from './standing.ts';

const database = useDatabase('seeded');
const by = { author: 'tester', source: 'seeds', message: 'a test' };

test('the seed files have no problem', async () => {
  const { files, problems } = await checkFiles(database, [await copyOfSeeds()]);
  expect(problems).toEqual([]);
  expect(files).toBeGreaterThan(50);
});

test('the problems of all files are reported at once', async () => {
  const lines = await check(database, {
    'a.yaml': 'issues: [{ key: x, title: X }]\n',
    'deep/er/b.yaml': 'documents:\n  - { key: d, title: D, kind: TREATY, date: soon }\n',
    'c.yaml': '{',
    'd.yaml': 'issues: [{ key: y, name: Y }]\n',
    'notes.txt': 'not read',
  });
  expect(lines.toSorted()).toEqual([
    'a.yaml:1:10  found name: nothing, expected text',
    'a.yaml:1:20  found unknown key "title", expected one of key, name, summary, tier',
    'c.yaml:1:2  found Flow map must end with a }, expected YAML',
    'deep/er/b.yaml:2:45  found date: "soon", expected a date such as 2022-02-04',
    'deep/er/b.yaml:2:5  found verification: nothing, expected one of VERIFIED, PARTLY_VERIFIED, FROM_KNOWLEDGE',
  ]);
});

test('what one file says is known to the others', async () => {
  const texts = {
    'a.yaml': 'propositions: [{ key: p, issues: [x], text: P. }]\n',
    'b.yaml': 'issues: [{ key: x, name: X }]\n',
  };
  expect(await check(database, texts)).toEqual([]);
});

test('a record that two files say is named with both places', async () => {
  const issue = 'issues:\n  - { key: x, name: X }\n';
  expect(await check(database, { 'a.yaml': issue, 'b.yaml': issue })).toEqual([
    'b.yaml:2:5  found issue x again, expected it once (first at a.yaml:2:5)',
  ]);
});

test('one problem in many files keeps all of them from being imported', async () => {
  const folder = await copyOfSeeds();
  await replaceIn(join(folder, 'parties/blocs/eu.yaml'), '{ country: GB,', '{ country: UK,');
  await replaceIn(join(folder, 'issues/taiwan/issue.yaml'), 'key: taiwan', 'key: taiwan\n    note: N');
  await replaceIn(join(folder, 'parties/blocs/brics.yaml'), 'name: BRICS', 'name: The BRICS');
  const before = await everything(database);
  expect(await importFiles(database, [folder], by, { complete: true })).toMatchObject({ status: 'REFUSED' });
  expect(await everything(database)).toEqual(before);
});

test('checking changes nothing, whether or not there is a problem', async () => {
  const before = await everything(database);
  await check(database, { 'a.yaml': 'issues: [{ key: x, name: X }]\n' });
  await check(database, { 'a.yaml': 'issues: [{ key: x, name: X }, { key: x, name: X }]\n' });
  expect(await everything(database)).toEqual(before);
});

test('a path that cannot be read is named', async () => {
  await expect(checkFiles(database, ['no/such/place'])).rejects.toMatchObject({
    code: 'UNREADABLE',
    message: 'no/such/place cannot be read: the file or folder does not exist.',
  });
});

test('a folder without files to read is named', async () => {
  const folder = await filesOf({ 'notes.txt': 'nothing' });
  await expect(checkFiles(database, [folder])).rejects.toMatchObject({
    code: 'NO_FILES',
    message: `There is no .yaml, .yml, .csv or .csv.gz file in ${folder}.`,
  });
});

test('a pipe, of which nobody knows the end, is refused', async () => {
  const folder = await filesOf({});
  const pipe = join(folder, 'stances.yaml');
  execFileSync('mkfifo', [pipe]);
  const refused = { code: 'UNREADABLE', message: `${pipe} cannot be read: it is neither a file nor a folder.` };
  await expect(checkFiles(database, [pipe])).rejects.toMatchObject(refused);
  await expect(checkFiles(database, [folder])).rejects.toMatchObject(refused);
});
