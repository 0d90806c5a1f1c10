import type { AmbiguousRollCall, Refused } from '#ingest/roll-calls/outcome.ts';
import type { UndlOutcome } from '#ingest/roll-calls/undl/import-undl.ts';

const mostNamed = 20;

/** Prints what was read of voting files, and which of their roll calls the ledger has from other sources. */
export function reportUndl({ read, matching }: Exclude<UndlOutcome, Refused>): void {
  const { rollCalls, votes, absences, withoutVote, before, withSubjects, withoutIssue } = read;
  const left = [withoutVote > 0 && `${withoutVote} rows without a vote`, before > 0 && `${before} rows from before`];
  const leftOut = left.filter(Boolean).join(', ');
  console.log(
    `Read ${rollCalls} roll calls, ${votes} votes, ${absences} absences${leftOut === '' ? '' : `; left out ${leftOut}`}.`,
  );
  if (withSubjects > 0) console.log(`${withoutIssue} of ${withSubjects} roll calls with subjects belong to no issue.`);
  if (matching === undefined) return;
  const { matched, differences, ambiguous } = matching;
  console.log(`${matched} of them are in the ledger from other sources; ${differences} of their votes differ.`);
  if (ambiguous.length === 0) return;
  console.log(`Not loaded, because they may be one of several roll calls of the ledger: ${ambiguous.length}.`);
  for (const rollCall of ambiguous.slice(0, mostNamed)) console.log(`  ${lineOf(rollCall)}`);
  if (ambiguous.length > mostNamed) console.log(`  and ${ambiguous.length - mostNamed} more (--json lists them)`);
}

const lineOf = ({ at, rollCall, symbol, candidates }: AmbiguousRollCall) =>
  `${at}  ${rollCall} (${symbol ?? 'no symbol'}): ${candidates.join(', ')}`;
