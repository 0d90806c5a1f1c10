import type { LedgerRows, TableName } from '../tables/ledger-rows.ts';
import type { Problem, Proposal } from '../write/proposal.ts';

/** By table, rows by their keys. */
export type RowsByKey = { readonly [Name in TableName]: ReadonlyMap<string, LedgerRows[Name]> };

/** A rule that a record must keep; gives every breach of it in the proposal. `after`: what the ledger would say if the proposal were taken. */
export type Rule = (proposal: Proposal, after: RowsByKey) => Iterable<Problem>;
