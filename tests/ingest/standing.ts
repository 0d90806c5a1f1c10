import { tableNames, tables } from '#ledger/tables/ledger-rows.ts';
import type { Database } from '#postgres/open-database.ts';

/** How many rows stand in each table, and the newest revision. */
export async function standing({ pool }: Database): Promise<Record<string, number>> {
  const counts = tableNames.map(
    (name) => `(SELECT count(*)::int FROM ${tables[name].name} WHERE retired_in IS NULL) AS "${name}"`,
  );
  const { rows } = await pool.query<Record<string, number>>(
    `SELECT ${counts.join(', ')}, (SELECT last FROM revision_counter) AS revision`,
  );
  return rows[0] ?? {};
}

/** Everything in every table, retired rows included, as text: equal exactly when nothing has changed. */
export async function everything({ pool }: Database): Promise<Record<string, string>> {
  const names = [...tableNames.map((name) => tables[name].name), 'revision', 'amendment', 'revision_counter'];
  const columns = names.map(
    (name) => `(SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM ${name} t) AS "${name}"`,
  );
  const { rows } = await pool.query<Record<string, string>>(`SELECT ${columns.join(', ')}`);
  return rows[0] ?? {};
}
