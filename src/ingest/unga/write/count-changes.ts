import type { ClientBase } from 'pg';
import { records } from '../compare/compare.ts';
import { catalogue } from '../compare/compare-catalogue.ts';
import { changeTable } from '../compare/compare-records.ts';
import type { Changes } from '../outcome.ts';

/** How many rows of each table a comparison adds, amends and retires. */
export async function countChanges(client: ClientBase): Promise<Changes> {
  const catalogueCounts = Object.keys(catalogue).map(
    (name) => `
      SELECT '${name}' AS name, count(*) FILTER (WHERE action = 'add')::int AS added, count(*) FILTER (WHERE action = 'amend')::int AS amended,
        (SELECT count(*)::int FROM unga_gone WHERE record = '${name}') AS retired
      FROM unga_${name}`,
  );
  const recordCounts = records.map(
    (table) => `
      SELECT '${table.name}', count(*) FILTER (WHERE action IN ('add', 'replace'))::int, 0,
        count(*) FILTER (WHERE action IN ('retire', 'replace'))::int
      FROM ${changeTable(table)}`,
  );
  const { rows } = await client.query<{ name: string; added: number; amended: number; retired: number }>(
    [...catalogueCounts, ...recordCounts].join(' UNION ALL '),
  );
  return Object.fromEntries(
    rows
      .filter(({ added, amended, retired }) => added + amended + retired > 0)
      .map(({ name, ...counts }) => [name === 'proposition_issue' ? 'propositionIssue' : name, counts]),
  );
}
