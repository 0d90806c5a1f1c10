import { expect, test } from 'vitest';
import { importFiles } from '#ingest/import-files.ts';
import { useDatabase } from '../support/database.ts';
import { filesOf } from './files.ts';

const database = useDatabase('migrated');
const described = 'sources: [{ key: mine, title: Mine, citation: "Ann, Mine, 2026", licence: CC0-1.0 }]';
const issues = 'issues: [{ key: peace, name: Peace }]';

test.each([
  ['under the source that the files describe', 'mine', { 'sources.yaml': described, 'issues.yaml': issues }, []],
  ['of files that describe none', 'files', { 'issues.yaml': issues }, []],
  [
    'under another source is warned about, since it would have no citation and licence',
    'files',
    { 'sources.yaml': described, 'issues.yaml': issues },
    [
      'Warning: the files say how to cite mine, but their records are imported under the source files, of which they say nothing; --source sets it.',
    ],
  ],
])('an import %s', async (_, source, files, expected) => {
  const warnings: string[] = [];
  const by = { author: 'tester', source, message: 'a test' };
  await importFiles(database, [await filesOf(files)], by, { dryRun: true, warn: (text) => warnings.push(text) });
  expect(warnings).toEqual(expected);
});
