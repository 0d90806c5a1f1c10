import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { IngestError } from '../../ingest-error.ts';
import { notRead } from '../../not-read.ts';
import type { TableFile } from './read-table.ts';

/** What the names of the files of a format end with, by kind; the first that fits decides. */
export type KindsOfFiles<Kind extends string> = Readonly<Record<Kind, RegExp>>;

export interface TablesFound<Kind extends string> {
  readonly of: Readonly<Record<Kind, readonly TableFile[]>>;
  /** Paths by the number of a file. */
  readonly paths: readonly string[];
}

export interface FindOptions<Kind extends string> {
  readonly kinds: KindsOfFiles<Kind>;
  /** Files that belong to the format and are not read, of which nothing is said. */
  readonly left: RegExp;
  /** The files that are read, in words. */
  readonly taken: string;
  readonly warn: (warning: string) => void;
}

/**
 * The files of a format among those given and in the folders given (not below), by kind. Others in a folder are named in a warning.
 * @throws IngestError when a path cannot be read, or is a file that the format does not have.
 */
export async function findTables<Kind extends string>(
  paths: readonly string[],
  { kinds, left, taken, warn }: FindOptions<Kind>,
): Promise<TablesFound<Kind>> {
  const names = Object.keys(kinds) as Kind[];
  const kindOf = (path: string) => names.find((kind) => kinds[kind].test(basename(path)));
  const found: string[] = [];
  const others: string[] = [];
  for (const path of paths) {
    const at = await stat(path).catch(unreadable(path));
    const isFolder = at.isDirectory();
    if (!isFolder && !at.isFile())
      throw new IngestError('UNREADABLE', `${path} cannot be read: it is no file and no folder.`);
    const inside = isFolder
      ? (await readdir(path).catch(unreadable(path))).sort().map((name) => join(path, name))
      : [path];
    for (const file of inside) {
      if (kindOf(file) !== undefined) found.push(file);
      else if (!isFolder) throw new IngestError('UNREADABLE', `${file} cannot be read: its name is none of ${taken}.`);
      else if (!basename(file).startsWith('.') && !left.test(basename(file))) others.push(file);
    }
  }
  if (others.length > 0) warn(notRead(others, taken));
  const files = [...new Set(found)];
  const of = Object.fromEntries(
    names.map((kind) => [
      kind,
      files.flatMap((path, number) => (kindOf(path) === kind ? [{ number, path, name: basename(path) }] : [])),
    ]),
  ) as unknown as Record<Kind, TableFile[]>; // one entry for each kind
  return { of, paths: files };
}

const unreadable =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    const why = error.code === 'ENOENT' ? 'the file or folder does not exist' : error.message;
    throw new IngestError('UNREADABLE', `${path} cannot be read: ${why}.`, { cause: error });
  };
