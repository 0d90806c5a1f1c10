import type { ClientBase } from 'pg';
import { changeTable, type RecordTable } from '../compare/compare-records.ts';
import type { Report } from '../progress.ts';

/** Pages of the table of changes that one statement writes: some 30,000 rows, a second's work or less. */
const pagesAtOnce = 400;

/** Retires what is replaced or no longer said. */
export async function retireRecords(client: ClientBase, table: RecordTable, revision: number): Promise<void> {
  await client.query(
    `UPDATE ${table.name} SET retired_in = $1
     WHERE id IN (SELECT standing FROM ${changeTable(table)} WHERE action IN ('retire', 'replace'))`,
    [revision],
  );
}

/** Adds what is new or replaces another row, in the order of the files. */
export async function addRecords(
  client: ClientBase,
  table: RecordTable,
  revision: number,
  report: Report,
): Promise<void> {
  const columns = [...table.key, ...table.content].join(', ');
  const step = `Writing ${table.name}`;
  const size = await client.query<{ pages: number }>(
    `SELECT (pg_relation_size('${changeTable(table)}') / current_setting('block_size')::int)::int AS pages`,
  );
  const pages = size.rows[0]?.pages ?? 0;
  let rows = 0;
  for (let page = 0; page < pages; page += pagesAtOnce) {
    report({ step, rows, done: page / pages });
    const { rowCount } = await client.query(
      `INSERT INTO ${table.name} (${columns}, added_in) SELECT ${columns}, $1 FROM ${changeTable(table)}
       WHERE action IN ('add', 'replace') AND ctid >= '(${page},0)' AND ctid < '(${page + pagesAtOnce},0)'`,
      [revision],
    );
    rows += rowCount ?? 0;
  }
  report({ step, rows, done: 1 });
}
