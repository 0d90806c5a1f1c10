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
export const takenFiles = 'roll_calls, issues, votes (or unvotes) and absences*, each .csv or .csv.gz,';

/** The names of each kind of file but absences. `unvotes` is the name of the data in the R package unvotes. */
const namesOf: readonly { readonly kind: FileKind; readonly stems: readonly string[]; readonly optional?: true }[] = [
  { kind: 'roll_calls', stems: ['roll_calls'] },
  { kind: 'issues', stems: ['issues'], optional: true },
  { kind: 'votes', stems: ['votes', 'unvotes'] },
];

export interface FoundFiles {
  readonly files: readonly UngaFile[];
  /** Paths of the other files and folders that the folder contains. */
  readonly left: readonly string[];
}

/**
 * The files of a folder in the order in which they are read: roll calls, any issues, votes, and any absences. Others are left alone, and named.
 * A file that is missing, or there under two names, is a problem.
 * @throws IngestError when the folder cannot be read.
 */
export async function findFiles(directory: string, problems: ProblemList): Promise<FoundFiles> {
  const all = (await readdir(directory).catch(unreadable(directory))).filter((name) => !name.startsWith('.')).sort();
  const names = all.filter((name) => csv.test(name));
  const absences = [...new Set(names.map(stemOf).filter((stem) => stem.startsWith('absences')))];
  const wanted = [
    ...namesOf,
    ...absences.map((stem) => ({ kind: 'absences' as const, stems: [stem], optional: true })),
  ];
  const files: UngaFile[] = [];
  for (const { kind, stems, optional } of wanted) {
    const [name, ...more] = names.filter((found) => stems.includes(stemOf(found)));
    const expected = stems.map((stem) => `${stem}.csv or ${stem}.csv.gz`).join(', or ');
    if (more.length > 0) problems.add({ at: directory, found: [name, ...more].join(' and '), expected });
    else if (name !== undefined) files.push({ number: files.length, kind, name, path: join(directory, name) });
    else if (optional !== true) problems.add({ at: directory, found: `no file ${stems[0]}.csv`, expected });
  }
  const taken = new Set(wanted.flatMap(({ stems }) => stems));
  const left = all.filter((name) => !csv.test(name) || !taken.has(stemOf(name)));
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
