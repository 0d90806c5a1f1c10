import type { ClientBase } from 'pg';
import { refuseDangling } from '#ledger/write/dangling.ts';
import { contentOf } from '../compare/compare-catalogue.ts';
import { changeTable, type RecordTable } from '../compare/record-table.ts';
import { records } from '../compare/wanted.ts';
import type { Report } from '../outcome.ts';
import { type CatalogueName, catalogueNames } from '../stage/create-staging.ts';

export interface WriteOptions {
  /** Whether what the files lack is retired. */
  readonly complete: boolean;
  readonly report: Report;
}

/**
 * Writes all changes found by a comparison, as a revision whose number has been taken.
 * @throws Refusal `STILL_NAMED` if rows of another source reference a row that would be retired.
 */
export async function write(client: ClientBase, revision: number, { complete, report }: WriteOptions): Promise<void> {
  for (const record of records) await retireRecords(client, record, revision, complete);
  await retireOverruled(client, revision);
  if (complete) for (const name of [...catalogueNames].reverse()) await retireCatalogue(client, name, revision);
  for (const name of catalogueNames) await writeCatalogue(client, name, revision);
  for (const record of records) await addRecords(client, record, revision, report);
  if (complete) await refuseDangling(client, await retiredCatalogue(client));
  // Otherwise queries are planned for a small ledger until the next autovacuum.
  await client.query('ANALYZE proposition, proposition_issue, document, stance, absence, difference');
}

async function retiredCatalogue(client: ClientBase) {
  const { rows } = await client.query<{ record: CatalogueName; ids: number[] }>(
    'SELECT record, array_agg(id) AS ids FROM staged_gone GROUP BY record',
  );
  return Object.fromEntries(rows.map(({ record, ids }) => [record, { add: [], amend: [], retire: ids }]));
}

/** Adds and amends the rows of one table of the catalogue. */
export async function writeCatalogue(client: ClientBase, name: CatalogueName, revision: number): Promise<void> {
  const columns = contentOf(name);
  await client.query(
    `UPDATE ${name} t SET ${columns.map((column) => `${column} = staged.${column}`).join(', ')}, retired_in = NULL
     FROM staged_${name} staged WHERE staged.action = 'amend' AND t.id = staged.id`,
  );
  await client.query(
    `INSERT INTO ${name} (id, key, ${columns.join(', ')}, added_in) SELECT id, key, ${columns.join(', ')}, $1 FROM staged_${name}
     WHERE action = 'add' ORDER BY id`,
    [revision],
  );
}

/** Retires catalogue rows of this source that the files no longer contain. */
export async function retireCatalogue(client: ClientBase, name: CatalogueName, revision: number): Promise<void> {
  await client.query(
    `UPDATE ${name} SET retired_in = $1 WHERE id IN (SELECT id FROM staged_gone WHERE record = '${name}')`,
    [revision],
  );
}

/** SQL: the actions that retire the row that stands. */
export const retiredActions = (complete: boolean): string =>
  complete ? `'replace', 'move', 'unsaid'` : `'replace', 'move'`;

/** Pages of the table of changes that one statement writes: some 30,000 rows, at most about a second of work. */
const pagesAtOnce = 400;

/** Retires what is replaced, and with `complete` what is no longer said. */
export async function retireRecords(
  client: ClientBase,
  record: RecordTable,
  revision: number,
  complete: boolean,
): Promise<void> {
  await client.query(
    `UPDATE ${record.table} SET retired_in = $1
     WHERE id IN (SELECT standing FROM ${changeTable(record)} WHERE action IN (${retiredActions(complete)}))`,
    [revision],
  );
}

/** Retires what other sources say otherwise, where the files go first. */
async function retireOverruled(client: ClientBase, revision: number): Promise<void> {
  for (const table of ['stance', 'absence']) {
    await client.query(
      `UPDATE ${table} SET retired_in = $1 WHERE id IN (SELECT id FROM staged_other WHERE overruled AND record = '${table}')`,
      [revision],
    );
  }
}

/** Adds new and replacing rows, in the order of the files. */
export async function addRecords(
  client: ClientBase,
  record: RecordTable,
  revision: number,
  report: Report,
): Promise<void> {
  const change = changeTable(record);
  const columns = [...record.key, ...record.content].join(', ');
  const step = `Writing ${record.table}`;
  const size = await client.query<{ pages: number }>(
    `SELECT (pg_relation_size('${change}') / current_setting('block_size')::int)::int AS pages`,
  );
  const pages = size.rows[0]?.pages ?? 0;
  if (pages === 0) return;
  let rows = 0;
  for (let page = 0; page < pages; page += pagesAtOnce) {
    report({ step, rows, done: page / pages });
    const { rowCount } = await client.query(
      `INSERT INTO ${record.table} (${columns}, added_in) SELECT ${columns}, $1 FROM ${change}
       WHERE action IN ('add', 'replace') AND ctid >= '(${page},0)' AND ctid < '(${page + pagesAtOnce},0)'`,
      [revision],
    );
    rows += rowCount ?? 0;
  }
  report({ step, rows, done: 1 });
}
