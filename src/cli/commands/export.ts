import { type Command, Option } from 'commander';
import { compressions, formats } from '#exports/format.ts';
import { ledgerSource } from '#exports/ledger/ledger-source.ts';
import type { CommandContext } from '../command-context.ts';
import { parquetOption, parseExportName, parseFormats, parseWholeNumber } from '../export-arguments.ts';
import { exportLedger } from './export-ledger.ts';
import { exportTables, type TablesOptions } from './export-tables.ts';

interface ExportOptions extends Partial<TablesOptions> {
  readonly what: string;
  readonly ledger?: string;
  readonly json?: true;
}

const ofTables = ['out', 'what', 'format', 'compression', 'parquetCompression', 'keep', 'asKnownAt', 'again'];

/** `concord export`: writes the ledger out, as tables for a data team (--out) or as a backup (--ledger). */
export function addExport(program: Command, context: CommandContext): void {
  const command = program
    .command('export')
    .description('export the ledger: as tables to DIR/NAME/VERSION (--out), or as a backup for `restore` (--ledger)')
    .option('--out <folder>', 'folder for the tables, created if missing; DIR/NAME/latest links to the newest version')
    .option('--format <list>', `file formats, separated by commas: ${formats.join(', ')}`, parseFormats)
    .addOption(new Option('--compression <kind>', 'compress CSV and NDJSON files').choices([...compressions]))
    .addOption(parquetOption())
    .option('--what <source>', 'what to export: ledger, or the name of a stored query', ledgerSource.name)
    .option('--name <name>', 'name of the folder in DIR; default: what is exported', parseExportName)
    .option('--keep <versions>', 'number of versions to keep; older ones are removed', parseWholeNumber(1))
    .option(
      '--as-known-at <revision>',
      'export the ledger as known at this revision; default: the newest',
      parseWholeNumber(1),
    )
    .option('--again', 'publish a new version even if the latest has the same revision')
    .addOption(
      new Option(
        '--ledger <folder>',
        'write a backup of the whole ledger with all revisions to a new folder',
      ).conflicts(ofTables),
    )
    .option('--json', 'print the result as JSON')
    .action(async ({ ledger, out, format, json, ...options }: ExportOptions) => {
      if (ledger !== undefined) await exportLedger(ledger, json === true, context);
      else if (out === undefined) command.error('error: expected --out <folder> or --ledger <folder>');
      else if (format === undefined) command.error('error: expected --format <list> with --out');
      else await exportTables({ ...options, out, format }, json === true, context);
    });
}
