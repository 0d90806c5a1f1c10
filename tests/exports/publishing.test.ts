import { mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { openFolder } from '#exports/destination/folder-destination.ts';
import { openDatabase } from '#postgres/open-database.ts';
import { useDatabase } from '../support/database.ts';
import { createDatabase, dropDatabase, urlOf } from '../support/test-databases.ts';
import { exportTo, scratchFolder } from './export-to.ts';

const database = useDatabase('seeded');

test('a version appears with versions.json and latest, and nothing is written while the ledger stays as it is', async () => {
  const out = await scratchFolder();
  const first = await exportTo(database, out);
  const again = await exportTo(database, out);
  expect([first.status, again.status]).toEqual(['PUBLISHED', 'UNCHANGED']);
  expect(again.index.version).toBe(first.index.version);
  expect(await readlink(join(out, 'ledger', 'latest'))).toBe(first.index.version);
  const list = JSON.parse(await readFile(join(out, 'ledger', 'versions.json'), 'utf8'));
  expect(list).toMatchObject({ latest: first.index.version, versions: [{ revision: { number: 1 } }] });
  const other = await exportTo(database, out, { compression: 'zstd' });
  expect(other.status).toBe('PUBLISHED');
});

test('the oldest versions go when there are more than are kept, never the latest', async () => {
  const out = await scratchFolder();
  for (let run = 0; run < 4; run++) await exportTo(database, out, { again: true, keep: 2 });
  const entries = (await readdir(join(out, 'ledger'))).filter((entry) => /^\d/.test(entry));
  expect(entries).toHaveLength(2);
  expect(await readlink(join(out, 'ledger', 'latest'))).toBe(entries.sort().at(-1));
});

test('what a killed run left is removed by the next one, and a version that it made whole is told', async () => {
  const out = await scratchFolder();
  const { index } = await exportTo(database, out);
  const folder = join(out, 'ledger');
  await mkdir(join(folder, '.unfinished-20260101T000000000Z-r1-abcd'));
  await writeFile(join(folder, '.unfinished-20260101T000000000Z-r1-abcd', 'stances.csv'), 'half');
  await writeFile(join(folder, 'versions.json'), '{"latest": "of before"}');
  await exportTo(database, out);
  expect(await readdir(folder)).toEqual([index.version, 'latest', 'versions.json']);
  expect(JSON.parse(await readFile(join(folder, 'versions.json'), 'utf8'))).toMatchObject({ latest: index.version });
});

test('two runs of one export at once: one writes, the other is told so', async () => {
  const out = await scratchFolder();
  const both = await Promise.allSettled([exportTo(database, out), exportTo(database, out)]);
  const refused = both.filter((one) => one.status === 'rejected');
  expect(refused).toMatchObject([{ reason: { code: 'EXPORT_RUNNING' } }]);
});

test('a folder of an export that links out of its destination is refused', async () => {
  const [out, elsewhere] = [await scratchFolder(), await scratchFolder()];
  await symlink(elsewhere, join(out, 'ledger'));
  await expect(exportTo(database, out)).rejects.toMatchObject({ code: 'DESTINATION_REFUSED' });
  expect(await readdir(elsewhere)).toEqual([]);
});

test('a destination that cannot be a folder is refused with its name', async () => {
  const out = await scratchFolder();
  await writeFile(join(out, 'file'), '');
  await expect(openFolder('archive', join(out, 'file', 'below'))).rejects.toThrow(/destination archive cannot be used/);
});

test('a run that is stopped leaves nothing behind', async () => {
  const out = await scratchFolder();
  const controller = new AbortController();
  const stopAt = ({ step }: { readonly step: string }) => {
    if (step === 'Writing stances.csv') controller.abort(new Error('stopped'));
  };
  await expect(exportTo(database, out, { signal: controller.signal, report: stopAt })).rejects.toThrow('stopped');
  expect(await readdir(join(out, 'ledger'))).toEqual([]);
});

test('a ledger in which a row names what is not there is not published', async () => {
  const out = await scratchFolder();
  const server = inject('testServer');
  await createDatabase(server, 'dangling', 'seeded');
  const broken = await openDatabase(urlOf(server, 'dangling'));
  try {
    await broken.pool.query(`ALTER TABLE document DISABLE TRIGGER USER`);
    await broken.pool.query(`INSERT INTO revision (author, source, message) VALUES ('t', 't', 't')`);
    await broken.pool.query(`UPDATE document SET retired_in = 2 WHERE key = 'a-es-11-1'`);
    await expect(exportTo(broken, out)).rejects.toMatchObject({ code: 'EXPORT_DAMAGED', message: /a-es-11-1/ });
    expect(await readdir(join(out, 'ledger'))).toEqual([]);
  } finally {
    await broken.close();
    await dropDatabase(server, 'dangling');
  }
});
