import type { Pool } from 'pg';
import { type TableName, tableNames, tables } from '../tables/ledger-rows.ts';
import { groupsInOrder } from './in-order.ts';

/** What a revision did to the records of one table. */
export interface RecordCount {
  readonly table: TableName;
  /** Of the catalogue, those that came back too. */
  readonly added: number;
  /** Rows of the catalogue whose texts changed. */
  readonly amended: number;
  readonly retired: number;
}

const counting = (table: TableName, column: 'added_in' | 'retired_in') => `
  SELECT '${table}' AS "table", ${column} AS number, '${column === 'added_in' ? 'added' : 'retired'}' AS change, count(*)::int
  FROM ${tables[table].name} WHERE ${column} = ANY($1::int[]) GROUP BY ${column}`;

// A row of the catalogue may be retired and come back: what was done to it when is in its amendments alone.
const countingAmendments = (table: TableName) => `
  SELECT '${table}' AS "table", revision AS number,
    CASE WHEN was_retired = is_retired THEN 'amended' WHEN is_retired THEN 'retired' ELSE 'added' END AS change, count(*)::int
  FROM (
    SELECT revision, before->>'retired_in' IS NOT NULL AS was_retired,
      coalesce(
        lead(before) OVER (PARTITION BY record_id ORDER BY amendment.id),
        jsonb_build_object('retired_in', present.retired_in))->>'retired_in' IS NOT NULL AS is_retired
    FROM amendment JOIN ${tables[table].name} AS present ON present.id = record_id
    WHERE record = '${tables[table].name}') AS amended
  WHERE revision = ANY($1::int[]) GROUP BY revision, change`;

/** One statement for all tables. */
const statement = {
  name: 'counts of revisions',
  text: tableNames
    .flatMap((table) => [
      counting(table, 'added_in'),
      tables[table].catalogue ? countingAmendments(table) : counting(table, 'retired_in'),
    ])
    .join(' UNION ALL '),
};

interface CountRow {
  readonly table: TableName;
  readonly number: number;
  readonly change: 'added' | 'amended' | 'retired';
  readonly count: number;
}

/** What each revision did, table by table, in the order of the tables; nothing is a count of 0. */
export async function readRevisionCounts(pool: Pool, numbers: readonly number[]): Promise<readonly RecordCount[][]> {
  const { rows } = await pool.query<CountRow>({ ...statement, values: [numbers] });
  return groupsInOrder(numbers, rows, ({ number }) => number).map((of) =>
    tableNames.map((table) => {
      const count = (change: CountRow['change']) =>
        of.filter((row) => row.table === table && row.change === change).reduce((sum, row) => sum + row.count, 0);
      return { table, added: count('added'), amended: count('amended'), retired: count('retired') };
    }),
  );
}
