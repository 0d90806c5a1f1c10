import { compare } from '#ledger/write/difference.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import type { Database } from '#postgres/open-database.ts';
import type { SheetColumns } from './csv/columns-file.ts';
import { type ReadProposal, readProposal } from './files/read-proposal.ts';

/** All problems in files, checked against the current ledger. Changes nothing. */
export async function checkFiles(
  database: Database,
  paths: readonly string[],
  columns?: SheetColumns,
): Promise<Pick<ReadProposal, 'files' | 'left'> & { readonly problems: readonly Problem[] }> {
  const read = await readProposal(database.pool, paths, columns);
  return { files: read.files, left: read.left, problems: await problemsOf(database, read) };
}

/** Problems in the format of files, and in their content as far as it could be read. */
export async function problemsOf(
  { pool }: Database,
  { proposal, problems }: Pick<ReadProposal, 'proposal' | 'problems'>,
): Promise<Problem[]> {
  const client = await pool.connect();
  try {
    const options = { source: null, complete: false, inPart: problems.length > 0 };
    return [...problems, ...(await compare(client, proposal, options)).problems];
  } finally {
    client.release();
  }
}
