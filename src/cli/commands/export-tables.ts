import { join, resolve } from 'node:path';
import { openFolder } from '#exports/destination/folder-destination.ts';
import { type Compression, type Format, type ParquetCompression, usualParquetCompression } from '#exports/format.ts';
import { ledgerSource } from '#exports/ledger/ledger-source.ts';
import { type ExportOutcome, runExport } from '#exports/publish/run-export.ts';
import type { Source } from '#exports/source/source.ts';
import type { Database } from '#postgres/open-database.ts';
import { requireQuery } from '#stored-queries/find-queries.ts';
import { querySource } from '#stored-queries/query-source.ts';
import type { CommandContext } from '../command-context.ts';
import { loadEngine } from '../load-engine.ts';
import { showProgress } from '../show-progress.ts';
import type { OpenDatabase } from '../with-database.ts';
import { withLedger } from '../with-ledger.ts';
import { keepMemorySmall } from '../young-generation.ts';

export interface TablesOptions {
  readonly out: string;
  readonly format: readonly Format[];
  readonly compression?: Compression;
  readonly parquetCompression?: ParquetCompression;
  readonly what: string;
  /** Default: the name of the source. */
  readonly name?: string;
  readonly keep?: number;
  readonly asKnownAt?: number;
  readonly again?: true;
}

// Enough to remove unfinished files.
const graceMs = 5_000;

/** The ledger, or the stored query with a name. Throws StoredQueryError. */
async function sourceOf(what: string, { prisma }: Database, context: CommandContext): Promise<Source> {
  if (what === ledgerSource.name) return ledgerSource;
  return querySource(await loadEngine(context.config()), await requireQuery(prisma, what));
}

/** Publishes the ledger, or a stored query, as tables to a folder, and prints its path. */
export async function exportTables(options: TablesOptions, json: boolean, context: CommandContext): Promise<void> {
  keepMemorySmall();
  const progress = showProgress();
  const { interruption: signal } = context;
  signal.addEventListener('abort', progress.end, { once: true });
  const work = async ({ database }: OpenDatabase) =>
    runExport({
      databaseUrl: database.url,
      source: await sourceOf(options.what, database, context),
      destination: await openFolder(options.out, options.out),
      name: options.name ?? options.what,
      formats: options.format,
      compression: options.compression ?? null,
      parquetCompression: options.parquetCompression ?? usualParquetCompression,
      keep: options.keep ?? null,
      asKnownAt: options.asKnownAt ?? null,
      again: options.again === true,
      report: progress.report,
      signal,
    });
  const outcome = await withLedger(context, work, { graceMs }).finally(progress.end);
  tell(outcome, resolve(options.out), json);
}

function tell({ status, index }: ExportOutcome, out: string, json: boolean): void {
  const { name, version, revision, tables } = index;
  const path = join(out, name, version);
  const rows = Object.fromEntries(tables.map((table) => [table.name, table.rows]));
  if (json) console.log(JSON.stringify({ status, version, revision: revision.number, path, rows }));
  else if (status === 'UNCHANGED') console.log(`Nothing to write: revision ${revision.number} is already in ${path}.`);
  else console.log(`Revision ${revision.number} is in ${path}; ${join(out, name, 'latest')} links to it.`);
}
