import type { Authorship } from '#ledger/write/commit.ts';
import { type Outcome, revise } from '#ledger/write/write.ts';
import type { Database } from '#postgres/open-database.ts';
import { problemsOf } from './check-files.ts';
import { readProposal } from './files/read-proposal.ts';

/**
 * Makes the ledger say what the files say, in one revision, or changes nothing. With `complete`, what the same source said before and
 * the files no longer say is retired.
 */
export async function importFiles(
  database: Database,
  paths: readonly string[],
  by: Authorship,
  options: { readonly complete?: boolean } = {},
): Promise<Outcome> {
  const read = await readProposal(paths);
  if (read.problems.length > 0) return { status: 'REFUSED', problems: await problemsOf(database, read) };
  return revise(database.pool, read.proposal, by, options);
}
