import { mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { BackupError } from './backup.ts';

/** What a file system says when a folder cannot be written to. */
const unwritable: ReadonlySet<string> = new Set([
  'EACCES',
  'EDQUOT',
  'EEXIST',
  'EFBIG',
  'EIO',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
]);

/**
 * Lets `write` fill a new folder, which is there as a whole or not at all: it is filled under another name beside and renamed at the end.
 * @throws BackupError `FOLDER_TAKEN` when the folder is there and not empty, `UNWRITABLE` when it cannot be written to
 */
export async function intoNewFolder<T>(folder: string, write: (unfinished: string) => Promise<T>): Promise<T> {
  const target = resolve(folder);
  let unfinished: string | null = null;
  try {
    await refuseTaken(target);
    await mkdir(dirname(target), { recursive: true });
    unfinished = await mkdtemp(join(dirname(target), `.${basename(target)}.unfinished-`));
    const result = await write(unfinished);
    await moveTo(target, unfinished);
    return result;
  } catch (error) {
    if (unfinished !== null) await rm(unfinished, { recursive: true, force: true });
    const { code = '', message } = error as NodeJS.ErrnoException; // whatever else it is has no such code
    if (!unwritable.has(code)) throw error;
    throw new BackupError('UNWRITABLE', `${target} cannot be written: ${message}.`, { cause: error });
  }
}

async function refuseTaken(folder: string): Promise<void> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (files.length === 0) return;
  throw new BackupError('FOLDER_TAKEN', `${folder} is not empty. Choose a folder that does not exist yet.`);
}

/** The rename, and that it survives a loss of power. */
async function moveTo(target: string, from: string): Promise<void> {
  await rename(from, target);
  const parent = await open(dirname(target));
  await parent.sync().finally(() => parent.close());
}
