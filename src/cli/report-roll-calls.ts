import type { Refused, RollCallOutcome } from '#ingest/roll-calls/outcome.ts';
import { problemLine } from '#ledger/write/proposal.ts';
import { CommandError } from './command-error.ts';
import { report } from './report-outcome.ts';

/** Prints the outcome of an import of roll calls. Throws CommandError when it was refused. */
export function reportRollCalls(outcome: RollCallOutcome, json: boolean): void {
  if (outcome.status !== 'REFUSED') report(outcome, json);
  else {
    if (json) console.log(JSON.stringify(outcome));
    throw refusal(outcome);
  }
}

function refusal({ problems, total }: Refused): CommandError {
  const rest = total > problems.length ? `, the first ${problems.length} are shown` : '';
  const count = total === 1 ? '1 problem' : `${total} problems`;
  return new CommandError([...problems.map(problemLine), `${count}${rest}; nothing was changed.`].join('\n'));
}
