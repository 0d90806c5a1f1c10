import type { ClientBase } from 'pg';
import { Refusal } from '#refusal/refusal.ts';
import { columnsNaming } from '../tables/column-sql.ts';
import { anyTables, type TableName, tableNames } from '../tables/ledger-rows.ts';
import type { CatalogueTable } from '../tables/table.ts';
import type { Difference } from './proposal.ts';

/** Refuses a revision that retires a catalogue row which rows of other sources still name. Runs after its writes. */
export async function refuseDangling(client: ClientBase, difference: Difference): Promise<void> {
  for (const name of tableNames) {
    const retired = anyTables[name].catalogue ? (difference[name]?.retire ?? []) : [];
    if (retired.length === 0) continue;
    for (const child of tableNames) await refuseChild(client, child, name as CatalogueTable, retired);
  }
}

async function refuseChild(client: ClientBase, child: TableName, parent: CatalogueTable, retired: readonly number[]) {
  const table = anyTables[child];
  for (const column of columnsNaming(table, parent)) {
    const { rows } = await client.query<{ key: string; source: string }>(
      `SELECT parent.key, revision.source FROM ${table.name} t JOIN ${parent} parent ON parent.id = t."${column}"
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
