import { readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { isVersionName } from '#exports/publish/version-name.ts';

/**
 * The path below `root` of the file or folder that a path means, without links: `latest` is the version that it leads to. Null when another link stands
 * anywhere in the path, for it may lead out of the folder. `root` has no links itself. A path that has nothing is given back as it is.
 */
export async function publishedFile(root: string, path: string): Promise<string | null> {
  const [name = '', second = '', ...rest] = decoded(path).split('/');
  const latest = second === 'latest' ? await readlink(join(root, name, second)).catch(() => null) : null;
  if (latest !== null && !isVersionName(latest)) return null;
  const wanted = [name, latest ?? second, ...rest].join('/');
  const found = await realpath(join(root, wanted)).catch(() => null);
  // The address of a folder ends with a slash.
  if (found === null || found === join(root, wanted).replace(/\/$/, ''))
    return latest === null ? path : encodeURI(wanted);
  return null;
}

/** Whether a path has `.` or `..` in it, however they are written: it could lead to what is beside an export. */
export const hasDots = (path: string): boolean =>
  decoded(path)
    .split('/')
    .some((part) => part === '.' || part === '..');

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
