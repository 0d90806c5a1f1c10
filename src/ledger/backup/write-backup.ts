import { mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { ClientBase } from 'pg';
import type { Database } from '../open-database.ts';
import { readLast } from '../snapshot/snapshot-data.ts';
import { BackupError } from './backup-error.ts';
import { backupTables, migrationsOf } from './backup-tables.ts';
import { type BackedUpTable, checksumOf, formatVersion, type Manifest } from './manifest.ts';
import type { BackupOptions } from './report.ts';
import { writeTable } from './write-table.ts';

export const manifestFile = 'manifest.json';

/**
 * Writes the whole ledger with all its revisions, as it is at one moment, into a new folder, which is there as a whole or not at all.
 * @throws BackupError `FOLDER_TAKEN` when the folder is there and not empty
 */
export async function writeBackup(
  { pool }: Pick<Database, 'pool'>,
  folder: string,
  options: BackupOptions = {},
): Promise<Manifest> {
  const target = resolve(folder);
  await refuseTaken(target);
  await mkdir(dirname(target), { recursive: true });
  const unfinished = await mkdtemp(join(dirname(target), `.${basename(target)}.unfinished-`));
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query("SET LOCAL statement_timeout = 0; SET LOCAL datestyle = 'ISO'");
    const manifest = await writeFiles(client, unfinished, options);
    await client.query('COMMIT');
    broken = false;
    await moveTo(target, unfinished);
    return manifest;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function writeFiles(client: ClientBase, folder: string, options: BackupOptions): Promise<Manifest> {
  const revision = await readLast(client);
  const time = new Date().toISOString();
  const tables: BackedUpTable[] = [];
  for (const name of backupTables) tables.push(await writeTable(client, name, folder, options));
  const rest = {
    format: 'concord-ledger' as const,
    version: formatVersion as 1,
    time,
    revision,
    migrations: await migrationsOf(client),
    tables,
  };
  const manifest = { ...rest, sha256: checksumOf(rest) };
  await writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
  return manifest;
}

async function refuseTaken(folder: string): Promise<void> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new BackupError('FOLDER_TAKEN', `${folder} cannot be written to: ${error.message}.`, { cause: error });
  });
  if (files.length === 0) return;
  throw new BackupError('FOLDER_TAKEN', `${folder} is not empty; name a folder that does not exist yet.`);
}

/** The rename, and that it survives a loss of power. */
async function moveTo(target: string, from: string): Promise<void> {
  await rename(from, target);
  const parent = await open(dirname(target));
  await parent.sync().finally(() => parent.close());
}
