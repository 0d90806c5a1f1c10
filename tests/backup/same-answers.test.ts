import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { restoreBackup } from '#ledger/backup/restore-backup.ts';
import { writeBackup } from '#ledger/backup/write-backup.ts';
import { readDigests, readHead } from '#ledger/head.ts';
import { useServer } from '../api/running-server.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { lastRevision, past } from './ledger-with-a-past.ts';
import { questions, stanceFields } from './questions.ts';

const original = useDatabase(past);
const restored = useDatabase('migrated');
// Asking for everything at once costs more than a client may; a thread for it would only have to be started.
const options = { limits: { maxCost: 5_000_000 }, threadedFrom: Number.POSITIVE_INFINITY };
const [first, second] = [useServer(original, options), useServer(restored, options)];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(inject('scratch'), 'backup-'));
  await writeBackup(original, join(folder, 'first'));
  await restoreBackup(restored, join(folder, 'first'));
  await Promise.all([first.seen(lastRevision), second.seen(lastRevision)]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const revisions = Array.from({ length: lastRevision + 1 }, (_, revision) => revision);

test.each(revisions)('at revision %d the restored ledger answers every question like the original', async (r) => {
  for (const [name, query] of Object.entries(questions)) {
    const [expected, found] = [await first.dataOf(query, { r }), await second.dataOf(query, { r })];
    expect(found, name).toEqual(expected);
  }
  const stances = (server: typeof first) =>
    server.everyRow('stances', `asKnownAt: ${r}, inForce: false, orderBy: PARTY`, stanceFields);
  expect(await stances(second)).toEqual(await stances(first));
});

test('the revisions have their numbers, times, authors, sources and messages', async () => {
  const query = '{ revisions { nodes { id number time author source message } } }';
  expect(await second.dataOf(query)).toEqual(await first.dataOf(query));
});

test('a backup of the restored ledger has the same files', async () => {
  await writeBackup(restored, join(folder, 'second'));
  const files = async (name: string) => JSON.parse(await readFile(join(folder, name, 'manifest.json'), 'utf8')).tables;
  expect(await files('second')).toEqual(await files('first'));
});

test('the restored ledger has the name of the original and the digests of its revisions', async () => {
  const of = async ({ pool }: typeof original) => [await readHead(pool), await readDigests(pool, 0)];
  expect(await of(restored)).toEqual(await of(original));
});

test('the restored ledger goes on with the next revision, under all its rules', async () => {
  const outcome = await say(
    restored,
    'issues:\n  - { key: next, name: Next }\ncountries:\n  - { key: X-NEXT, name: Next }',
  );
  expect(outcome).toMatchObject({ status: 'REVISED', revision: lastRevision + 1 });
  const inThePast = "INSERT INTO issue (key, name, added_in) VALUES ('past', 'Past', 1)";
  await expect(restored.pool.query(inThePast)).rejects.toThrow('rows are added in the revision that is being made');
  await expect(restored.pool.query('DELETE FROM issue')).rejects.toThrow('keeps what was said');
});
