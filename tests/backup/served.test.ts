import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { writeBackup } from '#ledger/backup/write-backup.ts';
import { useDatabase } from '../support/database.ts';
import { useServedDatabase } from '../support/open-as-served.ts';

// As Node loads it, like the pool of a command: both know where a connection led.
const { restoreBackup } = createRequire(import.meta.url)(
  '#ledger/backup/restore-backup.ts',
) as typeof import('#ledger/backup/restore-backup.ts');

const original = useDatabase('seeded');
const empty = useDatabase('migrated');
// The databases of the tests are copies of one ledger.
beforeAll(() => empty.pool.query('UPDATE revision_counter SET ledger = gen_random_uuid()').then(() => {}));
const served = useServedDatabase(() => empty.url);

test('a restore over a pool that looks where it leads ends well, though the ledger gets the id of the backup', async () => {
  const folder = await mkdtemp(join(inject('scratch'), 'backup-'));
  try {
    const { ledger } = await writeBackup(original, join(folder, 'whole'));
    expect((await restoreBackup(served, join(folder, 'whole'))).ledger).toBe(ledger);
    const { rows } = await empty.pool.query('SELECT ledger FROM revision_counter');
    expect(rows).toEqual([{ ledger }]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
