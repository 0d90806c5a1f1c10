import { type Command, Option } from 'commander';
import { amendDefinition } from '#exports/definition/amend-definition.ts';
import { findDefinition } from '#exports/definition/find-definition.ts';
import { type Compression, compressions, type Format, formats, type ParquetCompression } from '#exports/format.ts';
import type { CommandContext } from '../command-context.ts';
import { definitionLine, definitionSummary } from '../describe-definition.ts';
import { parquetOption, parseFormats, parseWholeNumber } from '../export-arguments.ts';
import { exportSurroundings } from '../export-surroundings.ts';
import { withLedger } from '../with-ledger.ts';

interface AmendOptions {
  readonly json?: true;
  readonly what?: string;
  readonly format?: readonly Format[];
  readonly compression?: Compression | 'none';
  readonly parquetCompression?: ParquetCompression;
  readonly schedule?: string;
  readonly zone?: string;
  readonly destination?: string;
  readonly keep?: number | 'all';
}

/** `concord exports amend`: changes the definition of an export except its name. */
export function addAmend(group: Command, context: CommandContext): void {
  group
    .command('amend')
    .description('change an export; omitted options keep their value')
    .argument('<name>')
    .option('--format <list>', `file formats, separated by commas: ${formats.join(', ')}`, parseFormats)
    .option('--destination <name>', 'name of a destination in CONCORD_EXPORT_DESTINATIONS')
    .option('--what <source>', 'what to export: ledger, or the name of a stored query')
    .addOption(new Option('--compression <kind>', 'compress CSV and NDJSON files').choices([...compressions, 'none']))
    .addOption(parquetOption())
    .option('--schedule <cron>', 'cron expression with five fields, or @daily and the like; none: only on request')
    .option('--zone <name>', 'IANA time zone of the schedule')
    .option('--keep <versions>', 'number of versions to keep; older ones are removed; all: keep all', parseKeep)
    .option('--json', 'print the result as JSON')
    .action(async (name: string, { json, format, compression, schedule, keep, ...options }: AmendOptions) => {
      const changes = {
        ...options,
        formats: format,
        compression: compression === 'none' ? null : compression,
        schedule: schedule === 'none' ? null : schedule,
        keep: keep === 'all' ? null : keep,
      };
      const amended = await withLedger(context, async ({ database: { prisma } }) => {
        const what = changes.what ?? (await findDefinition(prisma, name)).what;
        return amendDefinition(prisma, name, changes, await exportSurroundings(what, prisma, context));
      });
      const summary = definitionSummary({ ...amended, runs: [] });
      console.log(json ? JSON.stringify(summary) : `Defined: ${definitionLine(summary)}`);
    });
}

const parseKeep = (text: string) => (text === 'all' ? text : parseWholeNumber(1)(text));
