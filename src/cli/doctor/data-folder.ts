import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { freeBytes } from '#postgres/embedded/init-cluster.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

const check = 'data folder';
const leastBytes = 200_000_000;
const comfortableBytes = 1_000_000_000;

/** Checks the folder of the embedded server, or where it would be created: existence, owner, permissions and free space. */
export async function checkDataFolder(folder: string): Promise<Finding[]> {
  const existing = await nearestExisting(folder);
  const { uid } = await stat(existing);
  const bytes = await freeBytes(existing);
  const there =
    existing === folder
      ? `${folder} belongs to user ${uid}`
      : `${folder} does not exist yet; the first start creates it`;
  const free = `${Math.floor(bytes / 1_000_000).toLocaleString('en')} MB are free`;
  const writable = await access(existing, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!writable) {
    const todo = 'Run Concord as the owner of the folder, or set CONCORD_DATA_DIR to another folder.';
    return [problem(check, `This user may not write to ${existing}, which belongs to user ${uid}.`, todo)];
  }
  const found = `${there}; ${free}.`;
  const todo = 'Free disk space, or set CONCORD_DATA_DIR to a folder on another disk.';
  if (bytes < leastBytes) return [problem(check, found, todo)];
  return [bytes < comfortableBytes ? warning(check, found, todo) : ok(check, found)];
}

async function nearestExisting(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    return nearestExisting(dirname(path));
  }
}
