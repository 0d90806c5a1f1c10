import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { checksumOf } from '#ledger/backup/backup.ts';
import { restoreBackup } from '#ledger/backup/restore-backup.ts';
import { writeBackup } from '#ledger/backup/write-backup.ts';
import { everything } from '../ingest/standing.ts';
import { useDatabase } from '../support/database.ts';

const original = useDatabase('seeded');
const empty = useDatabase('migrated');
let folder: string;
let backup: string;

beforeAll(async () => {
  folder = await mkdtemp(join(inject('scratch'), 'backup-'));
  await writeBackup(original, join(folder, 'whole'));
});
beforeEach(async () => {
  backup = join(folder, 'changed');
  await rm(backup, { recursive: true, force: true });
  await cp(join(folder, 'whole'), backup, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (name: string) => join(backup, name);

async function changeManifest(change: (manifest: Record<string, unknown>) => void, checksum = true): Promise<void> {
  const manifest = JSON.parse(await readFile(file('manifest.json'), 'utf8'));
  change(manifest);
  if (checksum) manifest.sha256 = checksumOf(manifest);
  await writeFile(file('manifest.json'), JSON.stringify(manifest));
}

type Tables = { name: string; rows: number }[];

const damages: readonly [string, { code: string; says: RegExp }, () => Promise<unknown>][] = [
  ['no manifest', { code: 'NO_BACKUP', says: /manifest\.json cannot be read/ }, () => rm(file('manifest.json'))],
  [
    'a manifest that is cut off',
    { code: 'DAMAGED', says: /manifest\.json: it is not a JSON object/ },
    () => truncate(file('manifest.json'), 100),
  ],
  [
    'a manifest with another number',
    { code: 'DAMAGED', says: /manifest\.json: its checksum/ },
    () => changeManifest((manifest) => Object.assign(manifest, { revision: 2 }), false),
  ],
  [
    'a newer format',
    { code: 'NEWER_FORMAT', says: /found format version 3, expected 2/ },
    () => changeManifest((manifest) => Object.assign(manifest, { version: 3, novelty: true })),
  ],
  [
    'an older format',
    { code: 'OLDER_FORMAT', says: /found format version 1, expected 2/ },
    () => changeManifest((manifest) => Object.assign(manifest, { version: 1 })),
  ],
  [
    'another digest',
    { code: 'DAMAGED', says: /Found digest [0-9a-f]{64} of revision 1, expected a{64} from the manifest/ },
    () => changeManifest((manifest) => Object.assign(manifest, { digest: 'a'.repeat(64) })),
  ],
  [
    'the name of another ledger',
    { code: 'DAMAGED', says: /Revision 1 was altered: its time, author/ },
    () => changeManifest((manifest) => Object.assign(manifest, { ledger: '00000000-0000-4000-8000-000000000000' })),
  ],
  [
    'other migrations',
    { code: 'OTHER_MIGRATIONS', says: /only in the backup 20990101000000_novelty; only in the database none/ },
    () => changeManifest(({ migrations }) => (migrations as string[]).push('20990101000000_novelty')),
  ],
  [
    'another count of rows',
    { code: 'DAMAGED', says: /issue\.csv\.gz: found 8 rows, expected 9/ },
    () =>
      changeManifest(({ tables }) =>
        Object.assign((tables as Tables).find(({ name }) => name === 'issue') ?? {}, { rows: 9 }),
      ),
  ],
  [
    'revisions that are not there',
    { code: 'DAMAGED', says: /found 1 revisions up to 1, expected all from 1 to 2/i },
    () => changeManifest((manifest) => Object.assign(manifest, { revision: 2 })),
  ],
  [
    'a missing file',
    { code: 'DAMAGED', says: /stance\.csv\.gz: the file is missing/ },
    () => rm(file('stance.csv.gz')),
  ],
  [
    'a file that is cut off',
    { code: 'DAMAGED', says: /stance\.csv\.gz: found 100 bytes/ },
    () => truncate(file('stance.csv.gz'), 100),
  ],
  [
    'two files exchanged',
    { code: 'DAMAGED', says: /party\.csv\.gz: found/ },
    async () => {
      await rename(file('party.csv.gz'), file('kept'));
      await rename(file('issue.csv.gz'), file('party.csv.gz'));
      await rename(file('kept'), file('issue.csv.gz'));
    },
  ],
  [
    'one byte changed',
    { code: 'DAMAGED', says: /citation\.csv\.gz: its checksum/ },
    async () => {
      const bytes = await readFile(file('citation.csv.gz'));
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
      await writeFile(file('citation.csv.gz'), bytes);
    },
  ],
];

test.each(damages)('a backup with %s is not restored, and it is said why', async (_what, { code, says }, damage) => {
  const before = await everything(empty);
  await damage();
  const failure = await restoreBackup(empty, backup).catch((error) => error);
  expect(failure).toMatchObject({ name: 'BackupError', code });
  expect(failure.message).toMatch(says);
  expect(await everything(empty)).toEqual(before);
});

test('rows that break a rule are not restored, even with fitting checksums', async () => {
  const before = await everything(empty);
  const csv = gunzipSync(await readFile(file('membership.csv.gz'))).toString();
  const bytes = gzipSync(`${csv}${csv.split('\n')[1]?.replace(/^\d+/, '999999')}\n`);
  await writeFile(file('membership.csv.gz'), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await changeManifest(({ tables }) => {
    const table = (tables as Tables).find(({ name }) => name === 'membership');
    Object.assign(table ?? {}, { bytes: bytes.length, sha256, rows: (table?.rows ?? 0) + 1 });
  });
  await expect(restoreBackup(empty, backup)).rejects.toThrow('membership_one_at_a_time');
  expect(await everything(empty)).toEqual(before);
});

/** Changes a file of the backup and makes all checksums fit. */
async function rewrite(name: string, change: (csv: string) => string): Promise<void> {
  const bytes = gzipSync(change(gunzipSync(await readFile(file(`${name}.csv.gz`))).toString()));
  await writeFile(file(`${name}.csv.gz`), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await changeManifest(({ tables }) =>
    Object.assign((tables as Tables).find((table) => table.name === name) ?? {}, { bytes: bytes.length, sha256 }),
  );
}

test.each([
  [
    'stance',
    'SUPPORT',
    'OPPOSE',
    /Revision 1 was altered \(stance ADDED: 1256 rows, of which some differ from what was committed\)/,
  ],
  [
    'document',
    'VERIFIED',
    'FROM_KNOWLEDGE',
    /Revision 1 was altered \(document ADDED: 251 rows, of which some differ from what was committed\)/,
  ],
  ['revision', 'concord', 'somebody', /Revision 1 was altered: its time, author/],
])('a changed row of %s is not restored, even with fitting checksums', async (name, said, instead, says) => {
  const before = await everything(empty);
  await rewrite(name, (csv) => csv.replace(`,${said},`, `,${instead},`));
  const failure = await restoreBackup(empty, backup).catch((error) => error);
  expect(failure).toMatchObject({ code: 'DAMAGED', message: expect.stringMatching(says) });
  expect(await everything(empty)).toEqual(before);
});

test('a ledger that has a revision is not restored into', async () => {
  const before = await everything(original);
  await expect(restoreBackup(original, backup)).rejects.toMatchObject({ code: 'NOT_EMPTY' });
  expect(await everything(original)).toEqual(before);
});

describe('a backup is not written', () => {
  test('into a folder that holds something', async () => {
    await expect(writeBackup(original, backup)).rejects.toMatchObject({ code: 'FOLDER_TAKEN' });
  });

  test('beneath a file', async () => {
    const failure = writeBackup(original, join(backup, 'manifest.json', 'below'));
    await expect(failure).rejects.toMatchObject({ code: 'UNWRITABLE' });
  });

  test('when somebody stops it; then nothing is left of it', async () => {
    const before = await readdir(folder);
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(writeBackup(original, join(folder, 'stopped'), { signal })).rejects.toThrow();
    expect(await readdir(folder)).toEqual(before);
  });
});
