import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Database } from '#postgres/open-database.ts';
import { runConcord, startConcord } from '../cli/run-concord.ts';
import { everything } from '../ingest/standing.ts';
import { isAnybodyWaiting, until } from '../ledger/transaction.ts';
import { useDatabase } from '../support/database.ts';

const original = useDatabase('seeded');
const target = useDatabase('migrated');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(inject('scratch'), 'backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts a command that has to wait for a table, and kills it when it does. */
async function killAt(table: string, database: Database, args: readonly string[]): Promise<void> {
  const holder = await database.pool.connect();
  try {
    await holder.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    const child = startConcord(args, { DATABASE_URL: database.url });
    await until(() => isAnybodyWaiting(database));
    child.kill('SIGKILL');
    await once(child, 'close');
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
}

test('a backup that was killed is not there; the next one is, and is restored by one that comes after a killed one', async () => {
  const backup = join(folder, 'backup');
  await killAt('passage', original, ['export', '--ledger', backup]);
  expect(await readdir(folder)).not.toContain('backup');

  const written = await runConcord(['export', '--ledger', backup, '--json'], { DATABASE_URL: original.url });
  expect(written).toMatchObject({ code: 0 });
  expect(JSON.parse(written.stdout)).toMatchObject({ format: 'concord-ledger', revision: 1 });

  const before = await everything(target);
  await killAt('passage', target, ['restore', backup]);
  await until(async () => !(await isAnybodyWaiting(target)));
  expect(await everything(target)).toEqual(before);

  const restored = await runConcord(['restore', backup], { DATABASE_URL: target.url });
  expect(restored).toMatchObject({ code: 0 });
  expect(restored.stdout).toMatch(/^Restored revision 1 of 20/);
  expect(await everything(target)).toEqual(await everything(original));

  const again = await runConcord(['restore', backup], { DATABASE_URL: target.url });
  expect(again).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('The ledger is not empty: found revision 1, expected none.\n'),
  });
});
