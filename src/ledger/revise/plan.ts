import type { ClientBase } from 'pg';
import { atOneMoment } from '#postgres/transaction.ts';
import { checkProposal } from '../rules/check-proposal.ts';
import { type ComparisonOptions, type Difference, differenceOf, type Holdings } from './difference.ts';
import { type FirstChanges, firstChanges } from './first-changes.ts';
import { type LiveLedger, propositionsOfConcern, readLiveLedger } from './live-ledger.ts';
import { restorePartyCase } from './party-case.ts';
import type { Problem, Proposal } from './proposal.ts';

/** A proposal compared with the ledger at revision `base`. Only one without problems can be committed. */
export interface Plan {
  readonly base: number;
  readonly difference: Difference;
  readonly problems: readonly Problem[];
  /** What becomes of what the proposing source holds. */
  readonly holdings: Holdings;
  /** The first row of each change, by table. */
  readonly first: () => FirstChanges;
}

export interface PlanOptions extends ComparisonOptions {
  /** Not all of the proposal could be read. */
  readonly inPart?: boolean;
}

/** Compares what files propose with what stands and checks it against every rule. Changes nothing. */
export async function plan(client: ClientBase, proposal: Proposal, options: PlanOptions): Promise<Plan> {
  const live = await atOneMoment(client, () => readLiveLedger(client, propositionsOfConcern(proposal), options.source));
  return planAgainst(live, proposal, options);
}

/** The same against what was read of the ledger, which has to be all that the proposal concerns. */
export function planAgainst(live: LiveLedger, proposed: Proposal, options: PlanOptions): Plan {
  const proposal = restorePartyCase(proposed, live);
  const { difference, holdings, conflicts } = differenceOf(proposal, live, options);
  const problems = checkProposal(proposal, live, difference, options.inPart === true);
  const first = () => firstChanges(difference, live);
  return { base: live.revision, difference, problems: [...problems, ...conflicts], holdings, first };
}

/** Whether nothing has to be done. */
export const changesNothing = ({ difference }: Plan): boolean => Object.keys(difference).length === 0;
