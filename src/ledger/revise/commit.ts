import type { ClientBase } from 'pg';
import { Refusal } from '#refusal/refusal.ts';
import { type TableName, tableNames, tables } from '../tables/ledger-rows.ts';
import type { AnyRow, Table } from '../tables/table.ts';
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
 * What makes one revision of a difference in the client's open transaction, in its order. The revision comes first: it takes the next number and locks
 * the counter, when all reading and checking is done. Where that is not `number`, the others fail.
 */
export function revisionSteps(
  client: ClientBase,
  difference: Difference,
  by: Authorship,
  number: number,
): readonly (() => Promise<unknown>)[] {
  const backwards = [...tableNames].reverse();
  return [
    () => takeNumber(client, by, number),
    ...backwards.flatMap((name) => retire(client, name, difference, number)),
    ...tableNames.flatMap((name) => write(client, name, difference, number)),
    () => refuseDangling(client, difference),
  ];
}

/** Another revision has taken the number that was to be taken. */
export class NumberTakenError extends Error {
  override readonly name = 'NumberTakenError';
}

async function takeNumber(client: ClientBase, by: Authorship, number: number) {
  const { rows } = await client.query<{ number: number }>({
    name: 'add revision',
    text: 'INSERT INTO revision (author, source, message) VALUES ($1, $2, $3) RETURNING number',
    values: [by.author, by.source, by.message],
  });
  if (rows[0]?.number !== number) throw new NumberTakenError(`revision ${number} was made by others`);
}

function retire(client: ClientBase, name: TableName, difference: Difference, number: number) {
  const ids = difference[name]?.retire ?? [];
  if (ids.length === 0) return [];
  const text = retireSql(tables[name] as Table<never>);
  return [() => client.query({ name: `retire ${name}`, text, values: [ids, number] })];
}

function write(client: ClientBase, name: TableName, difference: Difference, number: number) {
  const { amend = [], add = [] } = difference[name] ?? {};
  const table = tables[name] as Table<never>; // the writer is the same for every row type
  const steps: (() => Promise<unknown>)[] = [];
  if (amend.length > 0) steps.push(() => client.query(amendSql(table), [JSON.stringify(amend)]));
  if (add.length > 0) steps.push(() => insert(client, name, add, number));
  return steps;
}

async function insert(client: ClientBase, name: TableName, rows: readonly AnyRow[], number: number) {
  const text = insertSql(tables[name] as Table<never>);
  const { rowCount } = await client.query({ name: `add ${name}`, text, values: [JSON.stringify(rows), number] });
  if (rowCount !== rows.length) {
    throw new Refusal(
      'ROWS_LOST',
      `only ${rowCount} of ${rows.length} rows of ${name} found the rows that they refer to`,
    );
  }
}
