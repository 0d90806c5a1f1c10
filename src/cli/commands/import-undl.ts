import { type Command, InvalidArgumentError } from 'commander';
import { importUndl } from '#ingest/roll-calls/undl/import-undl.ts';
import { day } from '#ledger/tables/forms.ts';
import { type AuthorshipOptions, addAuthorship, authorOf } from '../authorship.ts';
import type { CommandContext } from '../command-context.ts';
import { reportRollCalls } from '../report-roll-calls.ts';
import { reportUndl } from '../report-undl.ts';
import { addRetirement, type RetirementOptions } from '../retirement.ts';
import { requireSeeded, seedOnce } from '../seed-once.ts';
import { showProgress } from '../show-progress.ts';
import { withWritableLedger } from '../with-ledger.ts';

interface ImportUndlOptions extends AuthorshipOptions, RetirementOptions {
  readonly since?: string;
  readonly crosswalk?: string;
  readonly officialFirst?: true;
  readonly complete?: true;
  readonly json?: true;
}

/** `concord import undl`: imports the voting files of the UN Digital Library. */
export function addImportUndl(importGroup: Command, context: CommandContext): void {
  const command = importGroup
    .command('undl')
    .description('import voting files of the UN Digital Library: General Assembly, Security Council')
    .argument('<files...>', '.csv or .csv.gz files as downloaded from the library')
    .option('--since <date>', 'only roll calls from that day on, such as 2020-01-01', parseDay)
    .option('--crosswalk <file>', 'crosswalk of codes and subjects in place of seeds/unga/crosswalk.yml')
    .option('--official-first', 'retire what other sources record otherwise of the same votes')
    .option('--complete', 'the files are complete: retire records of this source that they lack')
    .option('--json', 'print the result as JSON');
  addAuthorship(addRetirement(command)).action(
    async (paths: readonly string[], { json, message, ...options }: ImportUndlOptions) => {
      const { complete = false, since, retireUpTo = 0, dryRun = false, officialFirst = false, crosswalk } = options;
      if (complete && since !== undefined) {
        command.error(
          'error: --complete and --since exclude each other: files of which a part is read are not complete',
        );
      }
      const by = { author: authorOf(options), message: message ?? `Import ${paths.join(', ')}` };
      const progress = showProgress();
      context.interruption.addEventListener('abort', progress.end, { once: true });
      const outcome = await withWritableLedger(context, ({ database }) =>
        importUndl(database, paths, by, {
          ...{ complete, retireUpTo, dryRun, officialFirst, report: progress.report, warn: console.error },
          ...(since !== undefined && { since }),
          ...(crosswalk !== undefined && { crosswalk }),
          beforeComparison: () => (dryRun ? requireSeeded(database) : seedOnce(database)),
        }),
      ).finally(progress.end);
      reportRollCalls(outcome, json === true);
      if (outcome.status !== 'REFUSED' && json !== true) reportUndl(outcome);
    },
  );
}

function parseDay(text: string): string {
  if (day.safeParse(text).success) return text;
  throw new InvalidArgumentError('Expected a date such as 2020-01-01.');
}
