import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import {
  type BackedUpTable,
  BackupError,
  checksumOf,
  formatVersion,
  type Manifest,
  manifestForm,
  type ReportBackup,
  reportNothing,
} from './backup.ts';
import { backupTables } from './backup-tables.ts';
import { manifestFile } from './write-backup.ts';

/**
 * Reads the manifest of a backup and checks every file against it, byte by byte.
 * @throws BackupError `NO_BACKUP`, `NEWER_FORMAT`, `OLDER_FORMAT` or `DAMAGED`, which names the file
 */
export async function readBackup(folder: string, report: ReportBackup = reportNothing): Promise<Manifest> {
  const manifest = await readManifest(join(folder, manifestFile));
  for (const [place, table] of manifest.tables.entries()) {
    await checkFile(folder, table);
    report({ step: 'Checking files', rows: null, done: (place + 1) / manifest.tables.length });
  }
  return manifest;
}

async function readManifest(path: string): Promise<Manifest> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new BackupError('NO_BACKUP', `There is no backup: ${path} cannot be read (${cause.message}).`, { cause });
  });
  const said = parse(path, text);
  if (said.format !== 'concord-ledger') throw damaged(path, 'it is not the manifest of a Concord ledger');
  const { version } = said;
  if (typeof version === 'number' && version > formatVersion) {
    throw new BackupError(
      'NEWER_FORMAT',
      `${path}: found format version ${version}, expected ${formatVersion}. A newer version of Concord wrote it; restore it with that version.`,
    );
  }
  if (typeof version === 'number' && version < formatVersion) {
    throw new BackupError(
      'OLDER_FORMAT',
      `${path}: found format version ${version}, expected ${formatVersion}. An older version of Concord wrote it; restore it with that version, then migrate.`,
    );
  }
  if (said.sha256 !== checksumOf(said)) throw damaged(path, 'its checksum does not match its content');
  const checked = manifestForm.safeParse(said);
  if (!checked.success) throw damaged(path, z.prettifyError(checked.error));
  const names = checked.data.tables.map(({ name }) => name);
  if (names.join() !== backupTables.join())
    throw damaged(path, `found the tables ${names.join(', ')}, expected ${backupTables.join(', ')}`);
  return checked.data;
}

function parse(path: string, text: string): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said === 'object' && said !== null) return said as Record<string, unknown>; // nothing is said of its fields
  } catch {
    // Said below.
  }
  throw damaged(path, 'it is not a JSON object');
}

async function checkFile(folder: string, { file, bytes, sha256 }: BackedUpTable): Promise<void> {
  const path = join(folder, file);
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw damaged(path, cause.code === 'ENOENT' ? 'the file is missing' : cause.message);
  });
  if (found.size !== bytes) throw damaged(path, `found ${found.size} bytes, expected ${bytes}`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  if (hash.digest('hex') !== sha256) throw damaged(path, 'its checksum does not match the manifest');
}

const damaged = (path: string, why: string) =>
  new BackupError('DAMAGED', `The backup is damaged: ${path}: ${why}. Nothing was changed.`);
