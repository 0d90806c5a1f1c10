import type { ClientBase } from 'pg';

const catalogues = ['party', 'issue', 'proposition', 'document'] as const;
const links = ['proposition_issue', 'membership', 'absence'] as const;

type ReloadedTable = (typeof catalogues)[number] | (typeof links)[number];

const changed = (table: ReloadedTable) =>
  `EXISTS (SELECT FROM ${table} WHERE added_in > $1) OR EXISTS (SELECT FROM ${table} WHERE retired_in > $1)`;
const amended = (table: ReloadedTable) =>
  `${changed(table)} OR EXISTS (SELECT FROM amendment WHERE revision > $1 AND record = '${table}')`;

const query = `SELECT ${[
  ...catalogues.map((table) => `${amended(table)} AS ${table}`),
  ...links.map((table) => `${changed(table)} AS ${table}`),
].join(', ')}`;

/** Which of the small tables changed after a revision. */
export async function changedTables(client: ClientBase, revision: number): Promise<Record<ReloadedTable, boolean>> {
  const { rows } = await client.query<Record<ReloadedTable, boolean>>(query, [revision]);
  return rows[0] as Record<ReloadedTable, boolean>; // SELECT without FROM gives one row
}
