import type { ClientBase } from 'pg';
import { keySql } from '../tables/key-sql.ts';
import { type TableName, tableNames, tables } from '../tables/ledger-rows.ts';
import type { Table } from '../tables/table.ts';

/** A row that may have been touched. */
export interface SuspectRow {
  readonly table: string;
  /** The fields that say which row it is, as text. */
  readonly key: string;
}

const most = 10;

/**
 * Rows of a table that were written by another transaction than the one that made the revision which they say last changed them, and later: as an
 * UPDATE, or an INSERT into the past, leaves them. Where most rows of a revision look so, as after a savepoint, that is how they were made.
 */
export async function suspectRows(client: ClientBase, tableName: string): Promise<SuspectRow[]> {
  const name = tableNames.find((one) => tables[one].name === tableName) as TableName; // parts are named after tables
  const table = tables[name] as Table<never>; // only its declaration is read
  const { key, joins } = keySql(table);
  const amended = `(SELECT max(revision) FROM amendment WHERE record = '${table.name}' AND record_id = t.id)`;
  const said = table.catalogue ? `greatest(t.added_in, ${amended})` : 'greatest(t.added_in, t.retired_in)';
  const amendments = table.catalogue
    ? `UNION ALL SELECT a.xmin, a.revision, ${key} FROM amendment a JOIN ${table.name} t ON t.id = a.record_id ${joins} WHERE a.record = '${table.name}'`
    : '';
  const { rows } = await client.query<{ key: string }>(`
    WITH written AS (
      SELECT t.xmin AS by, ${said} AS revision, ${key} AS key FROM ${table.name} t ${joins} ${amendments}
    ), writers AS (
      SELECT by, revision, count(*) AS rows, max(count(*)) OVER (PARTITION BY revision) AS most FROM written GROUP BY by, revision
    )
    SELECT DISTINCT key FROM written JOIN writers USING (by, revision) JOIN revision ON number = revision
    WHERE age(by) < age(revision.xmin) AND (rows < most OR rows = 1) ORDER BY key LIMIT ${most}`);
  return rows.map(({ key }) => ({ table: table.name, key }));
}
