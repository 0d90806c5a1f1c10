import type { Problem } from '#ledger/revise/proposal.ts';

/** How many rows of a table a revision touched. */
export interface ChangeCount {
  readonly added: number;
  readonly amended: number;
  readonly retired: number;
}

/** Rows touched, by table of the ledger; tables that stayed as they were are missing. */
export type Changes = Readonly<Record<string, ChangeCount>>;

/** What became of an import: refused, taken as one revision, or nothing to change. */
export type UngaOutcome =
  /** `problems` are the first hundred of `total`. */
  | { readonly status: 'REFUSED'; readonly problems: readonly Problem[]; readonly total: number }
  | { readonly status: 'UNCHANGED'; readonly revision: number }
  | { readonly status: 'REVISED'; readonly revision: number; readonly changes: Changes };
