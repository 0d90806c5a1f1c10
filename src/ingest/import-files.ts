import type { Database } from '#ledger/open-database.ts';
import type { Authorship } from '#ledger/revise/commit.ts';
import { type Outcome, revise } from '#ledger/revise/revise.ts';
import { readProposal } from './files/read-proposal.ts';

/**
 * Makes the ledger say what the files say, in one revision, or changes nothing. With `complete`, what the same source said before and
 * the files no longer say is retired.
 */
export async function importFiles(
  { pool }: Database,
  paths: readonly string[],
  by: Authorship,
  options: { readonly complete?: boolean } = {},
): Promise<Outcome> {
  const { proposal, problems } = await readProposal(paths);
  return problems.length > 0 ? { status: 'REFUSED', problems } : revise(pool, proposal, by, options);
}
