import { existsSync } from 'node:fs';
import { constants, copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../command-error.ts';

const example = fileURLToPath(new URL('./my-ledger', import.meta.url));

/**
 * Makes a folder with a small commented ledger of one's own; gives the names of its files.
 * @throws CommandError when there is something in the folder, or it cannot be made
 */
export async function makeLedger(folder: string): Promise<readonly string[]> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    const why = error.code === 'ENOTDIR' ? 'it is a file' : error.message;
    throw new CommandError(`${folder} cannot be made: found that ${why}, expected no such folder, or an empty one.`);
  });
  if (there.length > 0) {
    const found = there.length === 1 ? '1 file' : `${there.length} files`;
    throw new CommandError(`${folder} is not empty: found ${found}, expected no such folder, or an empty one.`);
  }
  const files = (await readdir(example)).sort();
  try {
    // One level alone: a misspelt path is told, not made.
    if (!existsSync(folder)) await mkdir(folder);
    for (const name of files) await copyFile(join(example, name), join(folder, name), constants.COPYFILE_EXCL);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? `found no folder ${dirname(folder)}, expected one to make it in` : message;
    throw new CommandError(`${folder} cannot be made: ${why}.`, { cause: error });
  }
  return files;
}
