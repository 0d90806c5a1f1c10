import { anyTables, type TableName } from '../tables/ledger-rows.ts';
import { type AnyRow, rowKey } from '../tables/table.ts';
import type { Difference, LiveLedger } from './proposal.ts';

/** The key of the first row that a revision adds, amends and retires in a table; without those that it does not. */
export interface FirstChange {
  readonly added?: string;
  readonly amended?: string;
  readonly retired?: string;
}

/** By the table's name; only those that change. */
export type FirstChanges = Readonly<Record<string, FirstChange>>;

/** The first row of each change: what somebody looks at to see whether a difference is the one that was meant. */
export function firstChanges(difference: Difference, live: LiveLedger): FirstChanges {
  const changed = Object.entries(difference) as [TableName, NonNullable<Difference[TableName]>][]; // keys of a Difference are names
  return Object.fromEntries(
    changed.map(([name, { add, amend, retire }]) => {
      const table = anyTables[name];
      const retired = live.rows[name].find(({ id }) => id === retire[0])?.row as unknown as AnyRow | undefined;
      const first = (row: AnyRow | undefined) => (row === undefined ? undefined : rowKey(table, row));
      const keys = { added: first(add[0]), amended: first(amend[0]), retired: first(retired) };
      return [name, Object.fromEntries(Object.entries(keys).filter(([, key]) => key !== undefined))];
    }),
  );
}
