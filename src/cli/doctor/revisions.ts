import type { RevisionFacts } from '#ledger/read/revision-facts.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

const check = 'revisions';
const restore = 'Write nothing more, and restore the database from a backup: answers about the past may be wrong.';

/** Checks that revisions are numbered without gaps and that the counter matches. */
export function checkRevisions({ counter, count, newest, gap, fromTheFuture }: RevisionFacts): Finding {
  if (gap !== null) return problem(check, `Revision ${gap} is missing, though the newest is ${newest}.`, restore);
  if (counter !== newest) {
    const says = counter === null ? 'The counter has no row' : `The counter is at ${counter}`;
    return problem(check, `${says}, but the newest revision is ${newest}.`, restore);
  }
  if (fromTheFuture) {
    const found = `Revision ${newest} or an earlier one has a time in the future, by the clock of the database.`;
    return warning(check, found, 'Check the clock of the database server.');
  }
  return ok(
    check,
    count === 0 ? 'There are no revisions yet.' : `1 to ${newest} without a gap, which matches the counter.`,
  );
}
