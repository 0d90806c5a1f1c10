import type { Command } from 'commander';
import { importUnga } from '#ingest/unga/import-unga.ts';
import type { UngaOutcome } from '#ingest/unga/outcome.ts';
import { problemLine } from '#ledger/write/proposal.ts';
import { type AuthorshipOptions, addAuthorship, authorOf } from '../authorship.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { seedOnce } from '../seed-once.ts';
import { showProgress } from '../show-progress.ts';
import { withWritableLedger } from '../with-ledger.ts';

interface ImportUngaOptions extends AuthorshipOptions {
  readonly dir: string;
  readonly json?: true;
}

/** `concord import unga`: takes the roll calls of the UN General Assembly into the ledger. */
export function addImportUnga(importGroup: Command, context: CommandContext): void {
  const command = importGroup
    .command('unga')
    .description('import roll calls of the UN General Assembly; records missing from the files are retired')
    .requiredOption(
      '--dir <folder>',
      'folder with roll_calls, issues, votes and optionally absences*; each .csv or .csv.gz',
    )
    .option('--json', 'print the result as JSON');
  addAuthorship(command).action(async ({ dir, json, message, ...options }: ImportUngaOptions) => {
    const by = { author: authorOf(options), message: message ?? `Import the UN General Assembly from ${dir}` };
    const progress = showProgress();
    context.interruption.addEventListener('abort', progress.end, { once: true });
    const outcome = await withWritableLedger(context, ({ database }) =>
      importUnga(database, dir, by, { report: progress.report, beforeComparison: () => seedOnce(database) }),
    ).finally(progress.end);
    tell(outcome, json === true);
  });
}

/** Says what became of the import. Throws CommandError when it was refused. */
function tell(outcome: UngaOutcome, json: boolean): void {
  if (json) console.log(JSON.stringify(outcome));
  if (outcome.status === 'REFUSED') throw refusal(outcome);
  if (json) return;
  if (outcome.status === 'UNCHANGED') {
    console.log(`Nothing to change: the ledger is up to date (revision ${outcome.revision}).`);
  } else console.log(`Revision ${outcome.revision}: ${changes(outcome).join(', ')}.`);
}

function refusal({ problems, total }: Extract<UngaOutcome, { status: 'REFUSED' }>): CommandError {
  const rest = total > problems.length ? `, the first ${problems.length} are shown` : '';
  const count = total === 1 ? '1 problem' : `${total} problems`;
  return new CommandError([...problems.map(problemLine), `${count}${rest}; nothing was changed.`].join('\n'));
}

const changes = (outcome: Extract<UngaOutcome, { status: 'REVISED' }>) =>
  Object.entries(outcome.changes).map(([table, { added, amended, retired }]) => {
    const parts = [added && `${added} added`, amended && `${amended} amended`, retired && `${retired} retired`];
    return `${table} ${parts.filter(Boolean).join(' ')}`;
  });
