import type { ClientBase } from 'pg';
import { Refusal } from '#refusal/refusal.ts';
import { type TableName, tableNames, tables } from '../tables/ledger-rows.ts';
import type { Table } from '../tables/table.ts';
import { amendSql, insertSql, retireSql } from '../tables/table-sql.ts';
import { refuseDangling } from './dangling.ts';
import type { Difference } from './difference.ts';

/** Who makes a revision, from which source, and why. */
export interface Authorship {
  readonly author: string;
  readonly source: string;
  readonly message: string;
}

/**
 * Makes one revision of a difference, in the client's open transaction, and gives its number. The number is taken, and the counter locked,
 * as the first of the writes: all reading and checking is done by then.
 */
export async function commitDifference(client: ClientBase, difference: Difference, by: Authorship): Promise<number> {
  const taken = await client.query<{ number: number }>(
    'INSERT INTO revision (author, source, message) VALUES ($1, $2, $3) RETURNING number',
    [by.author, by.source, by.message],
  );
  const number = taken.rows[0]?.number as number; // INSERT … RETURNING of one row gives one row
  for (const name of [...tableNames].reverse()) await retire(client, name, difference, number);
  for (const name of tableNames) await write(client, name, difference, number);
  await refuseDangling(client, difference);
  return number;
}

async function retire(client: ClientBase, name: TableName, difference: Difference, number: number) {
  const ids = difference[name]?.retire ?? [];
  if (ids.length > 0) await client.query(retireSql(tables[name] as Table<never>), [ids, number]);
}

async function write(client: ClientBase, name: TableName, difference: Difference, number: number) {
  const change = difference[name];
  if (change === undefined) return;
  const table = tables[name] as Table<never>; // the writer is the same for every row type
  if (change.amend.length > 0) await client.query(amendSql(table), [JSON.stringify(change.amend)]);
  if (change.add.length === 0) return;
  const { rowCount } = await client.query(insertSql(table), [JSON.stringify(change.add), number]);
  if (rowCount !== change.add.length) {
    throw new Refusal(
      'ROWS_LOST',
      `only ${rowCount} of ${change.add.length} rows of ${name} found the rows that they refer to`,
    );
  }
}
