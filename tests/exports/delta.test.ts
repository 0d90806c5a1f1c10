import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ledgerTables } from '#exports/ledger/ledger-tables.ts';
import type { VersionIndex } from '#exports/package/version-index.ts';
import { fiveRevisions } from '../api/five-revisions.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { exportTo, scratchFolder } from './export-to.ts';

const database = useDatabase('seeded');
const versions: { readonly index: VersionIndex; readonly folder: string }[] = [];
let out = '';

/** Sweden changes its mind once more: what it held before ends with that day, though its own row stays as it is. */
const laterStance = `
propositions:
  - key: nato-sweden
    issues: [nato-enlargement]
    text: Sweden should join NATO.
    note: Accession completed 7 March 2024.
    stances:
      - party: SE
        from: 2026-01-10
        position: NEUTRAL
        basis: OWN_STATEMENT
        confidence: LOW
        citations: [{ document: se-andersson-2022-03-08, verification: VERIFIED }]
`;

beforeAll(async () => {
  out = await scratchFolder();
  versions.push(await exportTo(database, out, { formats: ['ndjson'] }));
  for (const [text, options] of [...fiveRevisions, [laterStance, { source: 'seeds' }] as const]) {
    await say(database, text, options);
    versions.push(await exportTo(database, out, { formats: ['ndjson'] }));
  }
});

const linesOf = async (path: string): Promise<string[]> =>
  (await readFile(path, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');

test('a version and its delta give the next version, row by row, in every table and after every revision', async () => {
  for (const [place, { index, folder }] of versions.entries()) {
    const next = versions[place + 1];
    if (next === undefined) break;
    expect(next.index.delta?.from).toBe(index.version);
    for (const { name, primaryKey } of ledgerTables) {
      const keyOf = (row: Record<string, unknown>) => JSON.stringify(primaryKey.map((column) => row[column]));
      const rows = new Map(
        (await linesOf(join(folder, `${name}.ndjson`))).map((line) => [keyOf(JSON.parse(line)), line]),
      );
      for (const line of await linesOf(join(next.folder, 'delta', `${name}.ndjson`))) {
        const { op, key, row } = JSON.parse(line);
        expect(rows.has(keyOf(key)), `${op} ${line}`).toBe(op !== 'ADD');
        if (op === 'DEL') rows.delete(keyOf(key));
        else rows.set(keyOf(key), JSON.stringify(row));
      }
      const expected = (await linesOf(join(next.folder, `${name}.ndjson`))).map((line) =>
        JSON.stringify(JSON.parse(line)),
      );
      const applied = [...rows.values()].map((line) => JSON.stringify(JSON.parse(line)));
      expect(applied.sort(), `${name} in ${next.index.version}`).toEqual(expected.sort());
    }
  }
});

test('the delta says how much was added, modified and deleted, and writes nothing where nothing was', async () => {
  const changes = versions.map(({ index }) =>
    Object.entries(index.delta?.tables ?? {})
      .filter(([, { file }]) => file !== null)
      .map(([table, { add, modify, delete: gone }]) => `${table} +${add} ~${modify} -${gone}`),
  );
  expect(changes[1]).toEqual(['revisions +1 ~0 -0', 'stances +0 ~1 -0', 'citations +0 ~1 -0']);
  expect(changes[3]).toEqual(['revisions +1 ~0 -0', 'documents +1 ~0 -0', 'signatories +2 ~0 -0']);
  expect(changes[4]).toEqual(['revisions +1 ~0 -0', 'documents +0 ~0 -1', 'signatories +0 ~0 -2']);
  expect(changes[6]).toEqual(['revisions +1 ~0 -0', 'stances +1 ~1 -0', 'citations +1 ~0 -0']);
});

test('an export as known at an older revision says what was said then, amended texts included', async () => {
  await say(database, `issues: [{ key: taiwan, name: Another name, summary: Another summary., tier: CORE }]`, {
    source: 'seeds',
  });
  const now = await exportTo(database, out, { name: 'amended' });
  const then = await exportTo(database, out, { name: 'amended', asKnownAt: 1 });
  expect(await readFile(join(now.folder, 'issues.csv'), 'utf8')).toContain('taiwan,Another name');
  expect(await readFile(join(then.folder, 'issues.csv'), 'utf8')).toContain('taiwan,Taiwan');
  expect(then.index).toMatchObject({ revision: { number: 1 }, delta: null });
  expect(then.index.noDelta).toMatch(/has a later revision/);
});

test('after a restart from another ledger there is no delta, and the version says why', async () => {
  const first = await exportTo(database, out, { name: 'moved' });
  const path = join(first.folder, 'index.json');
  const text = JSON.stringify({
    ...first.index,
    revision: { ...first.index.revision, digest: '0'.repeat(64) },
  });
  await writeFile(path, text);
  const second = await exportTo(database, out, { name: 'moved' });
  expect(second.index.delta).toBeNull();
  expect(second.index.noDelta).toMatch(/comes from another ledger/);
});
