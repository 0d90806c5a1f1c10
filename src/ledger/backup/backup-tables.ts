import type { ClientBase } from 'pg';
import { tableNames, tables } from '../tables/ledger-rows.ts';

/** The tables that a backup carries, each after those that its rows name. Keys and what else is no part of the ledger do not travel. */
export const backupTables: readonly string[] = [
  'revision',
  ...tableNames.map((name) => tables[name].name),
  'amendment',
];

/** The columns of a table, in their order. */
export async function columnsOf(client: ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Names of the migrations that the database went through, in order. */
export async function migrationsOf(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name',
  );
  return rows.map(({ name }) => name);
}

/** A list of columns as SQL has it. */
export const columnList = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');

export async function countRows(client: ClientBase, table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
  return Number(rows[0]?.count);
}
