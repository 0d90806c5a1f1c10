import { expect, test } from 'vitest';
import { importFiles } from '#ingest/import-files.ts';
import { exportTo, scratchFolder } from '../../exports/export-to.ts';
import { useDatabase } from '../../support/database.ts';
import { standing } from '../standing.ts';

const seeded = useDatabase('seeded');
const empty = useDatabase('migrated');
const by = { author: 'tester', source: 'copy', message: 'a test' };

test('the tables that Concord exports as CSV make the same ledger out of an empty one, and change nothing of their own', async () => {
  const { folder } = await exportTo(seeded, await scratchFolder(), { formats: ['csv'] });
  const own = await importFiles(seeded, [folder], { ...by, source: 'seeds' }, { complete: true });
  expect(own).toEqual({ status: 'UNCHANGED', revision: 1 });
  expect(await importFiles(empty, [folder], by)).toMatchObject({ status: 'REVISED' });
  expect(await standing(empty)).toEqual(await standing(seeded));
  expect(await importFiles(empty, [folder], by, { complete: true })).toEqual({ status: 'UNCHANGED', revision: 1 });
});
