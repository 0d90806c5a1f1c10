import type { Difference } from '../revise/difference.ts';
import type { LiveLedger } from '../revise/live-ledger.ts';
import type { Entry, Problem, Proposal } from '../revise/proposal.ts';
import { type LedgerRows, type TableName, tableNames, tables } from '../tables/ledger-rows.ts';
import { type AnyRow, rowKey, type Table } from '../tables/table.ts';

/** What the ledger would say if the proposal were taken: by table, the rows by key. */
export type Prospect = { readonly [Name in TableName]: ReadonlyMap<string, LedgerRows[Name]> };

/** A rule that a record must keep; gives every breach of it in the proposal. */
export type Rule = (proposal: Proposal, prospect: Prospect) => Iterable<Problem>;

/** What the ledger would say: what stands, without what the difference retires, and with what is proposed. */
export function prospectOf(proposal: Proposal, live: LiveLedger, difference: Difference): Prospect {
  const prospect: Partial<Record<TableName, Map<string, unknown>>> = {};
  for (const name of tableNames) {
    const table = tables[name] as unknown as Table<AnyRow>; // keys are made the same way for every row type
    const gone = new Set(difference[name]?.retire);
    const rows = new Map<string, unknown>();
    for (const { id, row, retired } of live.rows[name]) {
      if (!retired && !gone.has(id)) rows.set(rowKey(table, row as unknown as AnyRow), row);
    }
    for (const { row } of proposal[name] as readonly Entry<unknown>[]) rows.set(rowKey(table, row as AnyRow), row);
    prospect[name] = rows;
  }
  return prospect as unknown as Prospect; // filled table by table above
}
