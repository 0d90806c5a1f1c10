import { readColumns, type SheetColumns } from '#ingest/csv/columns-file.ts';
import { refusal } from './refusal.ts';

/** The option of every command that reads CSV files of people's own. */
export const columnsOption = [
  '--columns <file>',
  'YAML file that says what the columns and words of CSV files mean (docs/importing.md)',
] as const;

/** What the file of `--columns` says; undefined without one. Throws CommandError with every problem in it, IngestError when it cannot be read. */
export async function columnsOf(path: string | undefined): Promise<SheetColumns | undefined> {
  if (path === undefined) return undefined;
  const read = await readColumns(path);
  if ('renamed' in read) return read;
  throw refusal(read);
}
