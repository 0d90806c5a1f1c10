import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openFolder } from '#exports/destination/folder-destination.ts';
import { ledgerSource } from '#exports/ledger/ledger-source.ts';
import type { ExportTask } from '#exports/publish/export-task.ts';
import { runExport } from '#exports/publish/run-export.ts';
import type { Database } from '#postgres/open-database.ts';

/** A new folder, gone when the run of the tests is over. */
export const scratchFolder = (): Promise<string> => mkdtemp(join(inject('scratch'), 'exports-'));

/** Exports the ledger into a folder: everything as CSV, unless said otherwise. Gives what came of it and the folder of the version. */
export async function exportTo(database: Database, out: string, options: Partial<ExportTask> = {}) {
  const destination = options.destination ?? (await openFolder('test', out));
  const { status, index } = await runExport({
    databaseUrl: database.url,
    source: ledgerSource,
    destination,
    name: 'ledger',
    formats: ['csv'],
    compression: null,
    keep: null,
    asKnownAt: null,
    again: false,
    report: () => {},
    signal: new AbortController().signal,
    ...options,
  });
  return { status, index, folder: join(out, index.name, index.version) };
}
