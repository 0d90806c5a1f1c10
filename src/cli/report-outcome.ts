import type { Outcome } from '#ledger/write/write.ts';
import { refusal } from './refusal.ts';

/** Says what became of a proposal. Throws CommandError when it was refused. */
export function reportOutcome(outcome: Outcome, json: boolean): void {
  if (json) console.log(JSON.stringify(summary(outcome)));
  if (outcome.status === 'REFUSED') throw refusal(outcome.problems);
  if (json) return;
  if (outcome.status === 'UNCHANGED')
    console.log(`Nothing to change: the ledger is up to date (revision ${outcome.revision}).`);
  else console.log(`Revision ${outcome.revision}: ${changes(outcome).join(', ')}.`);
}

function summary(outcome: Outcome) {
  if (outcome.status !== 'REVISED') return outcome;
  return { status: outcome.status, revision: outcome.revision, changes: counts(outcome) };
}

const counts = ({ difference }: Extract<Outcome, { status: 'REVISED' }>) =>
  Object.fromEntries(
    Object.entries(difference).map(([table, { add, amend, retire }]) => [
      table,
      { added: add.length, amended: amend.length, retired: retire.length },
    ]),
  );

const changes = (outcome: Extract<Outcome, { status: 'REVISED' }>) =>
  Object.entries(counts(outcome)).map(([table, { added, amended, retired }]) => {
    const parts = [added && `${added} added`, amended && `${amended} amended`, retired && `${retired} retired`];
    return `${table} ${parts.filter(Boolean).join(' ')}`;
  });
