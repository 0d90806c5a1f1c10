import type { ClientBase } from 'pg';
import { Refusal } from '#refusal/refusal.ts';
import { type TableName, tableNames, tables } from '../tables/ledger-rows.ts';
import type { Column, Table } from '../tables/table.ts';
import type { Difference } from './proposal.ts';

/** Refuses a revision that retires a catalogue row which rows of other sources still name. Runs after its writes. */
export async function refuseDangling(client: ClientBase, difference: Difference): Promise<void> {
  for (const name of tableNames) {
    const retired = tables[name].catalogue ? (difference[name]?.retire ?? []) : [];
    if (retired.length === 0) continue;
    for (const child of tableNames) await refuseChild(client, child, tables[name].name, retired);
  }
}

async function refuseChild(client: ClientBase, child: TableName, parent: string, retired: readonly number[]) {
  const table = tables[child] as Table<never>; // only its declaration is read
  if (table.owner?.table === 'stance') return; // its stance is looked at
  for (const column of Object.values<Column>(table.columns)) {
    if (!('references' in column) || column.references !== parent) continue;
    const { rows } = await client.query<{ key: string; source: string }>(
      `SELECT parent.key, revision.source FROM ${table.name} t JOIN ${parent} parent ON parent.id = t."${column.column}"
       JOIN revision ON revision.number = t.added_in
       WHERE t.retired_in IS NULL AND parent.id = ANY($1::int[]) LIMIT 1`,
      [retired],
    );
    const [first] = rows;
    if (first === undefined) continue;
    throw new Refusal(
      'STILL_NAMED',
      `${parent} ${first.key} cannot be retired: ${table.name} records of the source ${first.source} refer to it.`,
    );
  }
}
