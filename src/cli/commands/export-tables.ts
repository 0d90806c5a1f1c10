import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { openFolder } from '#exports/destination/folder-destination.ts';
import { type Compression, compressions, type Format, formats } from '#exports/format.ts';
import { ledgerSource } from '#exports/ledger/ledger-source.ts';
import { type ExportOutcome, runExport } from '#exports/publish/run-export.ts';
import type { CommandContext } from '../command-context.ts';
import { parseExportName, parseFormats, parseWholeNumber } from '../export-arguments.ts';
import { showProgress } from '../show-progress.ts';
import { withLedger } from '../with-ledger.ts';

interface ExportOptions {
  readonly out: string;
  readonly format: readonly Format[];
  readonly compression?: Compression;
  readonly name: string;
  readonly keep?: number;
  readonly asKnownAt?: number;
  readonly again?: true;
  readonly json?: true;
}

// Enough to remove what was not finished.
const graceMs = 5_000;

/** `concord export`: publishes the ledger as tables into a folder, now. */
export function addExportTables(program: Command, context: CommandContext): void {
  program
    .command('export')
    .description('publish the ledger as tables: DIR/NAME/VERSION, and DIR/NAME/latest leads to the newest')
    .requiredOption('--out <folder>', 'where to; made if it is not there')
    .requiredOption('--format <list>', `what to write, with commas between: ${formats.join(', ')}`, parseFormats)
    .addOption(new Option('--compression <kind>', 'pack CSV and NDJSON files').choices([...compressions]))
    .option('--name <name>', 'folder of the export in DIR', parseExportName, 'ledger')
    .option('--keep <versions>', 'remove the oldest versions beyond so many', parseWholeNumber(1))
    .option('--as-known-at <revision>', 'as the ledger was at a revision; default: the newest', parseWholeNumber(1))
    .option('--again', 'publish a new version even if the latest is of the same revision')
    .option('--json', 'answer in JSON')
    .action(async ({ json, ...options }: ExportOptions) => {
      const progress = showProgress();
      const { interruption: signal } = context;
      signal.addEventListener('abort', progress.end, { once: true });
      const work = async (databaseUrl: string) =>
        runExport({
          databaseUrl,
          source: ledgerSource,
          destination: await openFolder(options.out, options.out),
          name: options.name,
          formats: options.format,
          compression: options.compression ?? null,
          keep: options.keep ?? null,
          asKnownAt: options.asKnownAt ?? null,
          again: options.again === true,
          report: progress.report,
          signal,
        });
      const outcome = await withLedger(context, ({ database }) => work(database.url), { graceMs }).finally(
        progress.end,
      );
      tell(outcome, resolve(options.out), json === true);
    });
}

function tell({ status, index }: ExportOutcome, out: string, json: boolean): void {
  const { name, version, revision, tables } = index;
  const path = join(out, name, version);
  const rows = Object.fromEntries(tables.map((table) => [table.name, table.rows]));
  if (json) console.log(JSON.stringify({ status, version, revision: revision.number, path, rows }));
  else if (status === 'UNCHANGED') console.log(`Nothing to write: revision ${revision.number} is in ${path} already.`);
  else console.log(`Revision ${revision.number} is in ${path}; ${join(out, name, 'latest')} leads there.`);
}
