import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, readlink, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ExportError } from '../export-error.ts';
import { parseVersionIndex, type VersionIndex } from '../package/version-index.ts';
import { versionList } from '../package/version-list.ts';
import { isVersionName } from '../publish/version-name.ts';
import type { Destination } from './destination.ts';
import { orRefused } from './refused.ts';

// Prefix of everything that is not yet, or no longer, published.
const unfinished = '.unfinished-';
const unfinishedName = (what: string) => `${unfinished}${what}-${randomBytes(4).toString('hex')}`;

/**
 * A folder, created if it does not exist. A version is published by renaming its folder, and `latest` is a symbolic link that is replaced atomically.
 * @throws ExportError `DESTINATION_REFUSED`
 */
export async function openFolder(name: string, path: string): Promise<Destination> {
  const refused = <T>(work: () => Promise<T>) => orRefused(name, work);
  const root = await refused(async () => {
    await mkdir(path, { recursive: true });
    return realpath(resolve(path));
  });

  /** The folder of an export; refused if a link leads out of the destination. */
  const folderOf = async (exportName: string): Promise<string> => {
    const folder = join(root, exportName);
    await mkdir(folder, { recursive: true });
    if ((await realpath(folder)) === folder) return folder;
    throw new ExportError(
      'DESTINATION_REFUSED',
      `${exportName} is a link to a location outside the export destination ${name}.`,
    );
  };

  const versions = async (exportName: string): Promise<VersionIndex[]> => {
    const folder = await folderOf(exportName);
    const names = (await readdir(folder)).filter(isVersionName).sort();
    const found = await Promise.all(names.map((version) => readIndex(join(folder, version))));
    return found.filter((index) => index !== null);
  };

  /** Updates `versions.json` and `latest` to the existing versions. */
  const tell = async (exportName: string): Promise<void> => {
    const folder = await folderOf(exportName);
    const all = await versions(exportName);
    const latest = all.at(-1);
    if (latest === undefined) return;
    const list = versionList(exportName, all);
    if ((await readFile(join(folder, 'versions.json'), 'utf8').catch(() => null)) !== list) {
      const draft = join(folder, unfinishedName('versions'));
      await writeFile(draft, list, { flush: true });
      await rename(draft, join(folder, 'versions.json'));
    }
    if ((await readlink(join(folder, 'latest')).catch(() => null)) !== latest.version) {
      const link = join(folder, unfinishedName('latest'));
      await symlink(latest.version, link);
      await rename(link, join(folder, 'latest'));
    }
    await syncFolder(folder);
  };

  const removeLeftOvers = async (folder: string) => {
    const leftOver = (await readdir(folder)).filter((entry) => entry.startsWith(unfinished));
    for (const entry of leftOver) await rm(join(folder, entry), { recursive: true });
  };

  return {
    label: name,
    identity: `folder ${root}`,
    settle: (exportName) =>
      refused(async () => {
        await removeLeftOvers(await folderOf(exportName));
        await tell(exportName);
      }),
    versions: (exportName) => refused(() => versions(exportName)),
    begin: (exportName, version) =>
      refused(async () => {
        const folder = join(await folderOf(exportName), unfinishedName(version));
        await mkdir(folder);
        return folder;
      }),
    publish: (exportName, version, folder, confirm) =>
      refused(async () => {
        await syncFolder(folder);
        await confirm();
        await rename(folder, join(dirname(folder), version));
        await syncFolder(dirname(folder));
        await tell(exportName);
      }),
    discard: (folder) => rm(folder, { recursive: true, force: true }),
    remove: (exportName, version) =>
      refused(async () => {
        const folder = await folderOf(exportName);
        const leaving = join(folder, unfinishedName(version));
        await rename(join(folder, version), leaving);
        await tell(exportName);
        await rm(leaving, { recursive: true });
      }),
  };
}

const readIndex = async (folder: string): Promise<VersionIndex | null> =>
  parseVersionIndex(await readFile(join(folder, 'index.json'), 'utf8').catch(() => ''));

/** Makes files created and renamed in a folder survive a power failure. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
