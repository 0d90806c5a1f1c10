import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import type { Database } from '#postgres/open-database.ts';
import { withTransaction } from '#postgres/transaction.ts';
import { readHead } from '../head.ts';
import { type BackedUpTable, type BackupOptions, checksumOf, formatVersion, type Manifest } from './backup.ts';
import { intoNewFolder } from './backup-folder.ts';
import { backupTables, migrationsOf, writeTable } from './backup-tables.ts';

export const manifestFile = 'manifest.json';

/**
 * Writes the whole ledger with all its revisions, as it is at one moment, into a new folder, which is there as a whole or not at all.
 * @throws BackupError `FOLDER_TAKEN`, `UNWRITABLE`
 */
export const writeBackup = (
  { pool }: Pick<Database, 'pool'>,
  folder: string,
  options: BackupOptions = {},
): Promise<Manifest> =>
  intoNewFolder(folder, (unfinished) =>
    withTransaction(pool, 'READ', (client) => writeFiles(client, unfinished, options)),
  );

async function writeFiles(client: ClientBase, folder: string, options: BackupOptions): Promise<Manifest> {
  const head = await readHead(client);
  const time = new Date().toISOString();
  const tables: BackedUpTable[] = [];
  for (const name of backupTables) tables.push(await writeTable(client, name, folder, options));
  const rest = {
    format: 'concord-ledger' as const,
    version: formatVersion as 2,
    time,
    ...head,
    migrations: await migrationsOf(client),
    tables,
  };
  const manifest = { ...rest, sha256: checksumOf(rest) };
  await writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
  return manifest;
}
