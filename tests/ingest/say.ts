import { addFile } from '#ingest/files/read-proposal.ts';
import { parseSource } from '#ingest/files/source-file.ts';
import { emptyProposal, type Proposal } from '#ledger/write/proposal.ts';
import { type Outcome, type ReviseOptions, revise } from '#ledger/write/revise.ts';
import type { Database } from '#postgres/open-database.ts';

/** What a YAML text proposes. */
export function proposalOf(text: string): Proposal {
  const proposal = emptyProposal();
  const problems = addFile(proposal, parseSource('text.yaml', text));
  if (problems.length > 0) throw new Error(problems.map(({ at, found }) => `${at} ${found}`).join('\n'));
  return proposal;
}

/** Makes the ledger say what a YAML text says. */
export const say = (
  { pool }: Database,
  text: string,
  { source = 'test', ...options }: ReviseOptions & { readonly source?: string } = {},
): Promise<Outcome> => revise(pool, proposalOf(text), { author: 'tester', source, message: 'a test' }, options);

/** What an import did, table by table; its status where it did nothing. */
export function summaryOf(outcome: Outcome): unknown {
  if (outcome.status === 'REFUSED') return outcome.problems;
  if (outcome.status === 'UNCHANGED') return outcome.status;
  return Object.fromEntries(
    Object.entries(outcome.difference).map(([name, { add, amend, retire }]) => [
      name,
      { add: add.length, amend: amend.length, retire: retire.length },
    ]),
  );
}
