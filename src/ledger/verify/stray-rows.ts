import type { ClientBase } from 'pg';
import { tableNames, tables } from '../tables/ledger-rows.ts';
import { suspectRows } from './suspect-rows.ts';
import type { Touched } from './touched.ts';

/** Rows that name a revision which the ledger never came to; null when there are none. No revision's digest covers them. */
export async function strayRows(client: ClientBase, last: number): Promise<Touched | null> {
  const sources = tableNames.flatMap((name) => {
    const table = tables[name].name;
    return [
      [`${table} ADDED`, `SELECT added_in AS revision FROM ${table}`],
      [`${table} RETIRED`, `SELECT retired_in FROM ${table}`],
    ] as const;
  });
  for (const [part, select] of [...sources, ['amendment ADDED', 'SELECT revision FROM amendment'] as const]) {
    const { rows } = await client.query<{ revision: number; count: number }>(
      `SELECT revision, count(*)::int AS count FROM (${select}) of(revision)
       WHERE revision NOT BETWEEN 1 AND $1 GROUP BY revision ORDER BY revision LIMIT 1`,
      [last],
    );
    const [stray] = rows;
    if (stray === undefined) continue;
    const table = part.split(' ')[0] as string;
    const suspects = table === 'amendment' ? [] : await suspectRows(client, table);
    return {
      revision: stray.revision,
      what: 'STRAY',
      parts: [{ part, found: stray.count, expected: 0 }],
      rows: suspects,
    };
  }
  return null;
}
