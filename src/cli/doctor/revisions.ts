import type { RevisionFacts } from '#ledger/examine/revision-facts.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

const check = 'revisions';
const restore = 'Write nothing more, and restore the database from a backup: answers about the past may be wrong.';

/** Judges whether revisions are numbered without gaps and the counter agrees. */
export function checkRevisions({ counter, count, newest, gap, fromTheFuture }: RevisionFacts): Finding {
  if (gap !== null) return problem(check, `Revision ${gap} is missing, though the newest is ${newest}.`, restore);
  if (counter !== newest) {
    const says = counter === null ? 'The counter has no row' : `The counter says ${counter}`;
    return problem(check, `${says}, and the newest revision is ${newest}.`, restore);
  }
  if (fromTheFuture) {
    const found = `Revision ${newest} or one before it was made later than now, by the clock of the database.`;
    return warning(check, found, 'See that the clock of the database is right.');
  }
  return ok(check, count === 0 ? 'There are none yet.' : `1 to ${newest} without a gap, as the counter says.`);
}
