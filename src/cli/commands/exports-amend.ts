import { type Command, Option } from 'commander';
import { amendDefinition } from '#exports/definition/amend-definition.ts';
import { findDefinition } from '#exports/definition/find-definition.ts';
import { type Compression, compressions, type Format, formats } from '#exports/format.ts';
import type { CommandContext } from '../command-context.ts';
import { definitionLine, definitionSummary } from '../describe-definition.ts';
import { parseFormats, parseWholeNumber } from '../export-arguments.ts';
import { exportSurroundings } from '../export-surroundings.ts';
import { withLedger } from '../with-ledger.ts';

interface AmendOptions {
  readonly json?: true;
  readonly what?: string;
  readonly format?: readonly Format[];
  readonly compression?: Compression | 'none';
  readonly schedule?: string;
  readonly zone?: string;
  readonly destination?: string;
  readonly keep?: number | 'all';
}

/** `concord exports amend`: changes what an export is; its name stays. */
export function addAmend(group: Command, context: CommandContext): void {
  group
    .command('amend')
    .description('change one; what is not given stays')
    .argument('<name>')
    .option('--format <list>', `what to write, with commas between: ${formats.join(', ')}`, parseFormats)
    .option('--destination <name>', 'one of CONCORD_EXPORT_DESTINATIONS')
    .option('--what <source>', 'ledger, or the name of a stored query')
    .addOption(new Option('--compression <kind>', 'pack CSV and NDJSON files').choices([...compressions, 'none']))
    .option('--schedule <cron>', 'when, as five fields; none: only when asked')
    .option('--zone <name>', 'IANA zone of the schedule')
    .option('--keep <versions>', 'remove the oldest versions beyond so many; all: none', parseKeep)
    .option('--json', 'answer in JSON')
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
      const summary = definitionSummary({ ...amended, runs: [] }, new Date());
      console.log(json ? JSON.stringify(summary) : `Defined: ${definitionLine(summary)}`);
    });
}

const parseKeep = (text: string) => (text === 'all' ? text : parseWholeNumber(1)(text));
