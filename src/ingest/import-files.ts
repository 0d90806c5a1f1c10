import type { Authorship } from '#ledger/write/commit.ts';
import type { Proposal } from '#ledger/write/proposal.ts';
import { type Outcome, type ReviseOptions, revise } from '#ledger/write/revise.ts';
import type { Database } from '#postgres/open-database.ts';
import { problemsOf } from './check-files.ts';
import type { SheetColumns } from './csv/columns-file.ts';
import { readProposal } from './files/read-proposal.ts';
import { ledgerFiles, notRead } from './not-read.ts';

/** `retireUpTo` is 0 unless said otherwise. */
export interface ImportFilesOptions extends ReviseOptions {
  /** Is told, in a sentence each, which files of the folders are not read, and that the files describe other sources than that of their records. */
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
  const undescribed = withoutTerms(read.proposal, by.source);
  if (undescribed !== null) warn(undescribed);
  if (read.problems.length > 0) return { status: 'REFUSED', problems: await problemsOf(database, read) };
  return revise(database.pool, read.proposal, by, { ...options, retireUpTo });
}

/** The sentence about files that say how sources are to be cited, but not the one whose records they become; null when they do, or say nothing of any. */
function withoutTerms({ source: described }: Proposal, source: string): string | null {
  if (described.length === 0 || described.some(({ row }) => row.key === source)) return null;
  const keys = described.map(({ row }) => row.key).join(', ');
  return `Warning: the files say how to cite ${keys}, but their records are imported under the source ${source}, of which they say nothing; --source sets it.`;
}
