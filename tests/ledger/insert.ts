import type { PoolClient } from 'pg';
import { takeRevision } from './transaction.ts';

/** Inserts a row in a new revision, with keys of parties, propositions and documents instead of ids. */
export async function insert(client: PoolClient, table: string, row: Record<string, string | number | null>) {
  const columns = Object.keys(row);
  const values = columns.map((column, index) => {
    const [, target = 'party'] = /^(?:(proposition|document|issue|stance)|\w+)_id$/.exec(column) ?? [];
    return column.endsWith('_id') ? `(SELECT id FROM ${target} WHERE key = $${index + 1})` : `$${index + 1}`;
  });
  const names = columns.map((column) => `"${column}"`).join(', ');
  const revision = await takeRevision(client);
  return client.query(
    `INSERT INTO ${table} (${names}, added_in) VALUES (${values.join(', ')}, ${revision})`,
    Object.values(row),
  );
}
