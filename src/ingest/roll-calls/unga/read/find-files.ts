import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { IngestError } from '../../../ingest-error.ts';
import type { ProblemList } from '../../outcome.ts';
import type { StagedFile } from '../../reader.ts';
import type { FileKind } from './columns.ts';

/** A file of the import; `number` is its index. */
export interface UngaFile extends StagedFile {
  readonly number: number;
  readonly kind: FileKind;
}

const csv = /^(.+)\.csv(\.gz)?$/;

/** The files that are read. */
export const takenFiles = 'roll_calls, issues, votes and absences*, each .csv or .csv.gz,';

export interface FoundFiles {
  readonly files: readonly UngaFile[];
  /** Paths of the other files and folders that the folder contains. */
  readonly left: readonly string[];
}

/**
 * The files of a folder in the order in which they are read: roll calls, issues, votes, and any absences. Others are left alone, and named.
 * A file that is missing, or there both packed and unpacked, is a problem.
 * @throws IngestError when the folder cannot be read.
 */
export async function findFiles(directory: string, problems: ProblemList): Promise<FoundFiles> {
  const all = (await readdir(directory).catch(unreadable(directory))).filter((name) => !name.startsWith('.')).sort();
  const names = all.filter((name) => csv.test(name));
  const stems = new Map<string, string[]>();
  for (const name of names) stems.set(stemOf(name), [...(stems.get(stemOf(name)) ?? []), name]);
  const wanted: [string, FileKind][] = [
    ['roll_calls', 'roll_calls'],
    ['issues', 'issues'],
    ['votes', 'votes'],
  ];
  for (const stem of stems.keys()) if (stem.startsWith('absences')) wanted.push([stem, 'absences']);
  const files = wanted.flatMap(([stem, kind], number): UngaFile[] => {
    const [name, another] = stems.get(stem) ?? [];
    const expected = `${stem}.csv or ${stem}.csv.gz`;
    if (name === undefined) problems.add({ at: directory, found: `no file ${stem}.csv`, expected });
    else if (another !== undefined) problems.add({ at: directory, found: `${name} and ${another}`, expected });
    else return [{ number, kind, name, path: join(directory, name) }];
    return [];
  });
  const left = all.filter((name) => !csv.test(name) || !wanted.some(([stem]) => stem === stemOf(name)));
  return { files, left: left.map((name) => join(directory, name)) };
}

const stemOf = (name: string): string => csv.exec(name)?.[1] ?? name;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'it is not a folder',
};

const unreadable =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    const why = reasons[error.code ?? ''] ?? error.message;
    throw new IngestError('UNREADABLE', `${path} cannot be read: ${why}.`, { cause: error });
  };
