import { fileURLToPath } from 'node:url';
import { formatProblems } from '../../files/format-problems.ts';
import { keysAt } from '../../files/keys-at.ts';
import { type Path, readSourceFile } from '../../files/source-file.ts';
import { IngestError } from '../../ingest-error.ts';
import type { ProblemList } from '../outcome.ts';
import { contradictions } from './contradictions.ts';
import { type CrosswalkFile, crosswalkFile } from './format.ts';

/** The crosswalk that comes with Concord. */
export const crosswalkPath = fileURLToPath(new URL('../../../../seeds/unga/crosswalk.yml', import.meta.url));

/** The party for each name and code in the files, with dates, and the parties and issues that it declares. */
export interface Crosswalk extends CrosswalkFile {
  readonly path: string;
  /** `file:line:column` of the value at a path. */
  locate(path: Path): string;
}

/**
 * Reads a crosswalk; null if it has problems, which are added to the list.
 * @throws IngestError when it cannot be read.
 */
export async function readCrosswalk(path: string, problems: ProblemList): Promise<Crosswalk | null> {
  const file = await readSourceFile(path).catch((cause: Error) => {
    throw new IngestError('UNREADABLE', `${path} cannot be read: ${cause.message}.`, { cause });
  });
  problems.addMany(file.problems);
  if (file.problems.length > 0) return null;
  const parsed = crosswalkFile.safeParse(file.content);
  if (!parsed.success) {
    problems.addMany(formatProblems(file, parsed.error.issues, (at) => keysAt(crosswalkFile, at)));
    return null;
  }
  const crosswalk = { ...parsed.data, path, locate: file.locate };
  const found = contradictions(crosswalk);
  problems.addMany(found);
  return found.length > 0 ? null : crosswalk;
}
