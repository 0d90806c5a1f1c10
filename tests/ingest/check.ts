import { checkFiles } from '#ingest/check-files.ts';
import { problemLine } from '#ledger/write/proposal.ts';
import type { Database } from '#postgres/open-database.ts';
import { filesOf } from './files.ts';

/** The lines that `concord check` prints for files, which are named from their folder. */
export async function check(database: Database, texts: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await filesOf(texts);
  const { problems } = await checkFiles(database, [folder]);
  return problems.map((problem) => problemLine(problem).replaceAll(`${folder}/`, ''));
}
