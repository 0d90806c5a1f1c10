import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { confirmedAndNot, lastConfirmed } from '../support/confirmed-and-not.ts';
import { useDatabase } from '../support/database.ts';
import { exportTo, scratchFolder } from './export-to.ts';

const database = useDatabase('migrated');
const folders: string[] = [];
let out = '';

beforeAll(async () => {
  out = await scratchFolder();
  for (const text of confirmedAndNot) {
    await say(database, text);
    folders.push((await exportTo(database, out, { formats: ['ndjson'] })).folder);
  }
});

const linesOf = async (path: string) =>
  (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('a stance is exported with the day on which it was last known to be held', async () => {
  const days = await Promise.all(
    folders.map(async (folder) => {
      const rows = await linesOf(join(folder, 'stances.ndjson'));
      return rows.map(({ key, last_confirmed: day }) => [key, day]);
    }),
  );
  expect(days).toEqual(
    lastConfirmed.map((day) => [
      ['cn--c--2001-02-03', day],
      ['ru--c--2002-01-01', '2002-01-01'],
      ['cn--r--2001-01-01', '2001-01-01'],
    ]),
  );
});

test('so it is in an export as known at an older revision', async () => {
  for (const [index, day] of lastConfirmed.entries()) {
    const { folder } = await exportTo(database, out, { name: 'then', asKnownAt: index + 1, formats: ['ndjson'] });
    expect((await linesOf(join(folder, 'stances.ndjson')))[0]).toMatchObject({ last_confirmed: day });
  }
});

test('a delta has the stance again when a citation came or went or a document got another day, though the stance stayed', async () => {
  for (const [index, folder] of folders.entries()) {
    if (index === 0) continue;
    const changes = await linesOf(join(folder, 'delta', 'stances.ndjson'));
    expect(changes).toMatchObject([
      { op: 'MOD', key: { key: 'cn--c--2001-02-03' }, row: { last_confirmed: lastConfirmed[index] } },
    ]);
  }
});
