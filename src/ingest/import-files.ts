import type { Authorship } from '#ledger/write/commit.ts';
import { type Outcome, type ReviseOptions, revise } from '#ledger/write/revise.ts';
import type { Database } from '#postgres/open-database.ts';
import { problemsOf } from './check-files.ts';
import type { SheetColumns } from './csv/columns-file.ts';
import { readProposal } from './files/read-proposal.ts';
import { ledgerFiles, notRead } from './not-read.ts';

/** `retireUpTo` is 0 unless said otherwise. */
export interface ImportFilesOptions extends ReviseOptions {
  /** Is told, in a sentence, which files of the folders are not read. */
  readonly warn?: (warning: string) => void;
  /** How CSV files are to be read. */
  readonly columns?: SheetColumns | undefined;
}

/**
 * Makes the ledger say what the files say, in one revision, or changes nothing. It adds and corrects; what the same source said before and the files no
 * longer say is retired only with `complete`.
 * @throws IngestError when a path cannot be read.
 * @throws Refusal `RETIRES_TOO_MUCH`, `STILL_NAMED`, `TOO_MANY_WRITERS`
 */
export async function importFiles(
  database: Database,
  paths: readonly string[],
  by: Authorship,
  { warn = () => {}, columns, retireUpTo = 0, ...options }: ImportFilesOptions = {},
): Promise<Outcome> {
  const read = await readProposal(database.pool, paths, columns);
  if (read.left.length > 0) warn(notRead(read.left, ledgerFiles));
  if (read.problems.length > 0) return { status: 'REFUSED', problems: await problemsOf(database, read) };
  return revise(database.pool, read.proposal, by, { ...options, retireUpTo });
}
