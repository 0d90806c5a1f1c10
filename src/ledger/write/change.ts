import type { LiveLedger } from '../revise/live-ledger.ts';
import type { Draft, Problem } from '../revise/proposal.ts';
import { emptyDraft } from '../revise/proposal.ts';
import type { TableName } from '../tables/ledger-rows.ts';
import type { Names } from './names.ts';

/** A change of the ledger that is being worked out against what stands. */
export interface Change {
  /** What shall be said; its places are paths into the input. */
  readonly draft: Draft;
  /** Keys of what shall no longer stand. */
  readonly retract: { readonly [Name in TableName]?: Set<string> };
  /** What keeps it from being worked out. */
  readonly problems: Problem[];
}

/** What somebody wants to change. */
export interface ChangeRequest {
  /** What has to be known of the ledger to work it out and to judge it. */
  readonly names: Names;
  /** Works it out against what stands. */
  propose(change: Change, live: LiveLedger): void;
}

export const emptyChange = (): Change => ({
  draft: emptyDraft(),
  retract: {
    membership: new Set(),
    signatory: new Set(),
    propositionIssue: new Set(),
    stance: new Set(),
    citation: new Set(),
    passageParty: new Set(),
    passageStance: new Set(),
  },
  problems: [],
});
