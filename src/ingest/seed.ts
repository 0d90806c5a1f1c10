import type { Outcome } from '#ledger/write/revise.ts';
import type { Database } from '#postgres/open-database.ts';
import { type ImportFilesOptions, importFiles } from './import-files.ts';

/** The source of all records in the seed files. */
export const seedSource = 'seeds';

/** Whether the seed files were ever imported. */
export async function wasSeeded({ pool }: Database): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM revision WHERE source = $1 LIMIT 1', [seedSource]);
  return rowCount !== 0;
}

/**
 * Makes the ledger say what the seed files say; what they no longer say is retired.
 * @throws Refusal `RETIRES_TOO_MUCH`, `STILL_NAMED`, `TOO_MANY_WRITERS`
 */
export async function seedLedger(
  database: Database,
  directory: string,
  { author = 'concord', message = 'Import the seed files' } = {},
  options: Omit<ImportFilesOptions, 'complete' | 'warn'> = {},
): Promise<Outcome> {
  return importFiles(database, [directory], { author, source: seedSource, message }, { ...options, complete: true });
}
