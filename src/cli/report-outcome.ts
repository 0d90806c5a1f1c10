import type { Changes, TakenOutcome } from '#ingest/roll-calls/outcome.ts';
import { largeLoss, percent } from '#ledger/write/refuse-loss.ts';
import type { Kept, Outcome } from '#ledger/write/revise.ts';
import { refusal } from './refusal.ts';

/** Prints the outcome of a proposal. Throws CommandError if it was refused. */
export function reportOutcome(outcome: Outcome, json: boolean): void {
  if (outcome.status === 'REFUSED') {
    if (json) console.log(JSON.stringify(outcome));
    throw refusal(outcome.problems);
  }
  report('difference' in outcome ? inNumbers(outcome) : outcome, json);
}

/** Says what became of an import: in JSON, or in lines, with what stays although the files lack it on standard error. */
export function report(told: TakenOutcome, json: boolean): void {
  if (json) console.log(JSON.stringify(told.status === 'DRY_RUN' ? jsonOf(told) : told));
  else for (const line of linesOf(told)) console.log(line);
  if (told.kept !== undefined) console.error(keptLine(told.kept));
}

function inNumbers({ difference, ...told }: Extract<Outcome, { difference: unknown }>): TakenOutcome {
  const changes = Object.fromEntries(
    Object.entries(difference).map(([table, { add, amend, retire }]) => [
      table,
      { added: add.length, amended: amend.length, retired: retire.length },
    ]),
  );
  return { ...told, changes };
}

function linesOf(told: TakenOutcome): string[] {
  if (told.status === 'REVISED') return [`Revision ${told.revision}: ${countsOf(told.changes)}.`];
  const revision = told.status === 'UNCHANGED' ? told.revision : told.base;
  if (told.status === 'UNCHANGED' || Object.keys(told.changes).length === 0)
    return [`Nothing to change: the ledger is up to date (revision ${revision}).`];
  const needed = largeLoss(told.losses);
  return [
    `Dry run; nothing was changed. Against revision ${told.base}: ${countsOf(told.changes)}.`,
    ...Object.entries(told.first).flatMap(([table, keys]) =>
      Object.entries(keys).map(([change, key]) => `  first ${change} ${table}: ${key}`),
    ),
    ...(needed === null ? [] : [`The import will need --retire-up-to ${needed}.`]),
  ];
}

/** `retireUpTo` is what the import will need; null when it needs nothing. */
const jsonOf = ({ losses, ...told }: Extract<TakenOutcome, { status: 'DRY_RUN' }>) => ({
  ...told,
  retireUpTo: largeLoss(losses),
});

const keptLine = (kept: Kept): string =>
  `Kept although the files lack them: ${Object.entries(kept)
    .map(([table, { rows, of }]) => `${table} ${rows} of ${of} (${percent(rows / of)})`)
    .join(', ')}. If the files are all that there is, --complete retires these.`;

const countsOf = (changes: Changes): string =>
  Object.entries(changes)
    .map(([table, { added, amended, retired }]) => {
      const parts = [added && `${added} added`, amended && `${amended} amended`, retired && `${retired} retired`];
      return `${table} ${parts.filter(Boolean).join(' ')}`;
    })
    .join(', ');
