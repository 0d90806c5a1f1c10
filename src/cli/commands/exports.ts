import { type Command, Option } from 'commander';
import { createDefinition } from '#exports/definition/create-definition.ts';
import { findDefinition } from '#exports/definition/find-definition.ts';
import { listDefinitions, listRuns } from '#exports/definition/list-definitions.ts';
import { removeDefinition } from '#exports/definition/remove-definition.ts';
import { requestRun } from '#exports/definition/request-run.ts';
import { type Compression, compressions, type Format, formats, type ParquetCompression } from '#exports/format.ts';
import { ledgerSource } from '#exports/ledger/ledger-source.ts';
import { authorOf } from '../authorship.ts';
import type { CommandContext } from '../command-context.ts';
import { definitionLine, definitionSummary } from '../describe-definition.ts';
import { runLine, runSummary } from '../describe-run.ts';
import { parquetOption, parseExportName, parseFormats, parseWholeNumber } from '../export-arguments.ts';
import { exportSurroundings } from '../export-surroundings.ts';
import { withLedger } from '../with-ledger.ts';
import { addAmend } from './exports-amend.ts';

interface Json {
  readonly json?: true;
}

interface AddOptions extends Json {
  readonly what: string;
  readonly format: readonly Format[];
  readonly compression?: Compression;
  readonly parquetCompression?: ParquetCompression;
  readonly schedule?: string;
  readonly zone: string;
  readonly destination: string;
  readonly keep?: number;
}

/** `concord exports …`: manages the exports that the worker runs. */
export function addExports(program: Command, context: CommandContext): void {
  const group = program.command('exports').description('manage scheduled exports');
  addList(group, context);
  addAdd(group, context);
  addAmend(group, context);
  addRemove(group, context);
  addRun(group, context);
  addRuns(group, context);
}

const say = (json: true | undefined, value: unknown, text: string) => console.log(json ? JSON.stringify(value) : text);

function addList(group: Command, context: CommandContext): void {
  group
    .command('list')
    .description('list the exports with their next and last run')
    .option('--json', 'print the result as JSON')
    .action(async ({ json }: Json) => {
      const found = await withLedger(context, ({ database }) => listDefinitions(database.prisma, 1));
      const summaries = found.map(definitionSummary);
      say(json, summaries, summaries.map(definitionLine).join('\n') || 'There are no exports yet.');
    });
}

function addAdd(group: Command, context: CommandContext): void {
  group
    .command('add')
    .description('define one')
    .argument('<name>', 'name of the export and of the folder of its versions', parseExportName)
    .requiredOption('--format <list>', `file formats, separated by commas: ${formats.join(', ')}`, parseFormats)
    .requiredOption('--destination <name>', 'name of a destination in CONCORD_EXPORT_DESTINATIONS')
    .option('--what <source>', 'what to export: ledger, or the name of a stored query', ledgerSource.name)
    .addOption(new Option('--compression <kind>', 'compress CSV and NDJSON files').choices([...compressions]))
    .addOption(parquetOption())
    .option(
      '--schedule <cron>',
      'cron expression with five fields (minute, hour, day, month, weekday) or @daily and the like; default: only on request',
    )
    .option('--zone <name>', 'IANA time zone of the schedule', 'UTC')
    .option('--keep <versions>', 'number of versions to keep; older ones are removed', parseWholeNumber(1))
    .option('--json', 'print the result as JSON')
    .action(async (name: string, { json, format, ...options }: AddOptions) => {
      const definition = {
        ...options,
        name,
        formats: format,
        compression: options.compression ?? null,
        schedule: options.schedule ?? null,
        keep: options.keep ?? null,
      };
      const created = await withLedger(context, async ({ database: { prisma } }) =>
        createDefinition(prisma, definition, {
          ...(await exportSurroundings(definition.what, prisma, context)),
          createdBy: authorOf({}),
        }),
      );
      const summary = definitionSummary({ ...created, runs: [] });
      say(json, summary, `Defined: ${definitionLine(summary)}`);
    });
}

function addRemove(group: Command, context: CommandContext): void {
  group
    .command('remove')
    .description('remove an export; published versions are kept')
    .argument('<name>')
    .option('--json', 'print the result as JSON')
    .action(async (name: string, { json }: Json) => {
      await withLedger(context, ({ database }) => removeDefinition(database.prisma, name));
      say(json, { removed: name }, `Removed ${name}. Published versions are kept.`);
    });
}

function addRun(group: Command, context: CommandContext): void {
  group
    .command('run')
    .description('request a run now')
    .argument('<name>')
    .option('--json', 'print the result as JSON')
    .action(async (name: string, { json }: Json) => {
      const run = await withLedger(context, ({ database }) => requestRun(database.prisma, name, authorOf({})));
      say(json, { run: run.id }, `Run ${run.id} is waiting for a worker. See: npm run concord -- exports runs ${name}`);
    });
}

function addRuns(group: Command, context: CommandContext): void {
  group
    .command('runs')
    .description('list the runs of an export, newest first')
    .argument('<name>')
    .option('--last <number>', 'how many', parseWholeNumber(1), 20)
    .option('--json', 'print the result as JSON')
    .action(async (name: string, { last, json }: Json & { readonly last: number }) => {
      const runs = await withLedger(context, async ({ database: { prisma } }) =>
        listRuns(prisma, (await findDefinition(prisma, name)).id, last),
      );
      say(json, runs.map(runSummary), runs.map(runLine).join('\n') || `${name} has never run.`);
    });
}
