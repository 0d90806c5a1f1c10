import type { LiveLedger, LiveRow } from '../revise/live-ledger.ts';
import { expectedKey } from '../rules/references.ts';
import { type LedgerRows, type TableName, tables } from '../tables/ledger-rows.ts';
import { type CatalogueTable, rowKey } from '../tables/table.ts';
import type { Change } from './change.ts';

/** The standing rows of a table that fit. */
export const standingRows = <Name extends TableName>(
  live: LiveLedger,
  name: Name,
  fits: (row: LedgerRows[Name]) => boolean,
): LedgerRows[Name][] =>
  (live.rows[name] as readonly LiveRow<LedgerRows[Name]>[])
    .filter(({ row, retired }) => !retired && fits(row))
    .map(({ row }) => row);

/** The standing row of a key as `rowKey` makes it, or null. */
export const standingRow = <Name extends TableName>(
  live: LiveLedger,
  name: Name,
  key: string,
): LedgerRows[Name] | null => standingRows(live, name, (row) => rowKey(tables[name], row) === key)[0] ?? null;

/** The standing row of the catalogue with a key; null, and a problem with close matches, when there is none. */
export function rowToAmend<Name extends CatalogueTable>(
  change: Change,
  live: LiveLedger,
  name: Name,
  key: string,
  at: string,
): LedgerRows[Name] | null {
  const row = standingRow(live, name, key);
  if (row !== null) return row;
  const candidates = standingRows(live, name, () => true).map((other) => ({
    key: other.key,
    names: 'name' in other ? [other.name] : [],
  }));
  change.problems.push({ at, found: `unknown ${name} "${key}"`, expected: expectedKey(key, name, candidates) });
  return null;
}

/** A row with some of its fields changed; undefined leaves a field as it is. */
export function merged<Row extends object>(row: Row, changes: Changes<Partial<Row>>): Row {
  const said = Object.entries(changes).filter(([field, value]) => field in row && value !== undefined);
  return { ...row, ...Object.fromEntries(said) };
}

/** What to change of a row. Null is checked as any other value: by the rules. */
export type Changes<Row> = { readonly [Field in keyof Row]?: Row[Field] | null | undefined };
