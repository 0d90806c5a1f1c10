import type { ClientBase } from 'pg';
import { checkProposal } from '../rules/check-proposal.ts';
import { type ComparisonOptions, type Difference, differenceOf } from './difference.ts';
import { propositionsOfConcern, readLiveLedger } from './live-ledger.ts';
import { restorePartyCase } from './party-case.ts';
import type { Problem, Proposal } from './proposal.ts';

/** A proposal compared with the ledger at revision `base`. Only one without problems can be committed. */
export interface Plan {
  readonly base: number;
  readonly difference: Difference;
  readonly problems: readonly Problem[];
}

/** Compares a proposal with what stands and checks it against every rule. `inPart`: not all of it could be read. Changes nothing. */
export async function plan(
  client: ClientBase,
  proposed: Proposal,
  options: ComparisonOptions & { readonly inPart?: boolean },
): Promise<Plan> {
  const live = await atOneMoment(client, () => readLiveLedger(client, propositionsOfConcern(proposed), options.source));
  const proposal = restorePartyCase(proposed, live);
  const { difference, conflicts } = differenceOf(proposal, live, options);
  return {
    base: live.revision,
    difference,
    problems: [...checkProposal(proposal, live, difference, options.inPart === true), ...conflicts],
  };
}

/** Reads of `work` see the ledger as it was at one moment. */
export async function atOneMoment<Result>(client: ClientBase, work: () => Promise<Result>): Promise<Result> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    return await work();
  } finally {
    await client.query('ROLLBACK');
  }
}
