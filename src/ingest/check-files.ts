import type { Database } from '#ledger/open-database.ts';
import { plan } from '#ledger/revise/plan.ts';
import type { Problem } from '#ledger/revise/proposal.ts';
import { readProposal } from './files/read-proposal.ts';

/** Everything that is wrong with files, against the ledger as it stands. Changes nothing. */
export async function checkFiles(
  { pool }: Database,
  paths: readonly string[],
): Promise<{ readonly files: number; readonly problems: readonly Problem[] }> {
  const { proposal, problems, files } = await readProposal(paths);
  if (problems.length > 0) return { files, problems };
  const client = await pool.connect();
  try {
    const planned = await plan(client, proposal, { source: null, complete: false });
    return { files, problems: planned.problems };
  } finally {
    client.release();
  }
}
