import type { Command } from 'commander';
import { importUnga } from '#ingest/roll-calls/unga/import-unga.ts';
import { type AuthorshipOptions, addAuthorship, authorOf } from '../authorship.ts';
import type { CommandContext } from '../command-context.ts';
import { reportRollCalls } from '../report-roll-calls.ts';
import { addRetirement, type RetirementOptions } from '../retirement.ts';
import { requireSeeded, seedOnce } from '../seed-once.ts';
import { showProgress } from '../show-progress.ts';
import { withWritableLedger } from '../with-ledger.ts';

interface ImportUngaOptions extends AuthorshipOptions, RetirementOptions {
  readonly dir: string;
  readonly complete?: true;
  readonly json?: true;
}

/** `concord import unga`: imports the roll calls of the UN General Assembly. */
export function addImportUnga(importGroup: Command, context: CommandContext): void {
  const command = importGroup
    .command('unga')
    .description('import roll calls of the UN General Assembly')
    .requiredOption(
      '--dir <folder>',
      'folder with roll_calls, issues, votes and optionally absences*; each .csv or .csv.gz',
    )
    .option('--complete', 'the files are complete: retire records of this source that they lack')
    .option('--json', 'print the result as JSON');
  addAuthorship(addRetirement(command)).action(async ({ dir, json, message, ...options }: ImportUngaOptions) => {
    const by = { author: authorOf(options), message: message ?? `Import the UN General Assembly from ${dir}` };
    const progress = showProgress();
    context.interruption.addEventListener('abort', progress.end, { once: true });
    const { complete = false, retireUpTo = 0, dryRun = false } = options;
    const outcome = await withWritableLedger(context, ({ database }) =>
      importUnga(database, dir, by, {
        complete,
        retireUpTo,
        dryRun,
        report: progress.report,
        warn: console.error,
        beforeComparison: () => (dryRun ? requireSeeded(database) : seedOnce(database)),
      }),
    ).finally(progress.end);
    reportRollCalls(outcome, json === true);
  });
}
