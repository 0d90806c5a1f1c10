import { join } from 'node:path';
import { checkFiles } from '#ingest/check-files.ts';
import { readColumns, type SheetColumns } from '#ingest/csv/columns-file.ts';
import { importFiles } from '#ingest/import-files.ts';
import { problemLine } from '#ledger/write/proposal.ts';
import type { Outcome, ReviseOptions } from '#ledger/write/revise.ts';
import type { Database } from '#postgres/open-database.ts';
import { filesOf } from '../files.ts';

type Texts = Readonly<Record<string, string | Uint8Array>>;

/** The file of `--columns` among the texts. */
const columnsName = 'columns.yaml';

async function written(texts: Texts): Promise<{ paths: string[]; folder: string; columns: SheetColumns | undefined }> {
  const folder = await filesOf(texts);
  const paths = Object.keys(texts)
    .filter((name) => name !== columnsName)
    .map((name) => join(folder, name));
  if (!(columnsName in texts)) return { paths, folder, columns: undefined };
  const columns = await readColumns(join(folder, columnsName));
  if ('renamed' in columns) return { paths, folder, columns };
  throw new Error(columns.map(problemLine).join('\n'));
}

/** Imports these texts as files, of which `columns.yaml` says how the others are read. */
export async function importTexts(
  database: Database,
  texts: Texts,
  { source = 'test', ...options }: ReviseOptions & { readonly source?: string } = {},
): Promise<Outcome> {
  const { paths, columns } = await written(texts);
  return importFiles(database, paths, { author: 'tester', source, message: 'a test' }, { columns, ...options });
}

/** The lines that `concord check` prints for these texts, with the files named from their folder. */
export async function checkTexts(database: Database, texts: Texts): Promise<string[]> {
  const { paths, folder, columns } = await written(texts);
  const { problems } = await checkFiles(database, paths, columns);
  return problems.map((problem) => problemLine(problem).replaceAll(`${folder}/`, ''));
}
