import type { ClientBase, Pool } from 'pg';
import { columnsOf } from '../tables/column-sql.ts';
import { anyTables } from '../tables/ledger-rows.ts';
import type { SourceRow } from '../tables/sources.ts';
import { knownAtSql } from './known-at.ts';

/** A source of revisions. Only its name is known where nobody has described it, as for what a key writes over the API. */
export type Source = Pick<SourceRow, 'key'> & {
  readonly [Field in Exclude<keyof SourceRow, 'key'>]: SourceRow[Field] | null;
};

const fields = columnsOf(anyTables.source)
  .filter(([field]) => field !== 'key')
  .map(([field, { column, type }]) => `source."${column}"${type === 'date' ? '::text' : ''} AS "${field}"`);

/** The sources of the revisions up to one, in the order in which they first wrote, with what is known of them at that revision. */
export async function readSources(database: Pool | ClientBase, revision: number): Promise<Source[]> {
  const { rows } = await database.query<Source>(
    `SELECT wrote.key, ${fields.join(', ')}
     FROM (SELECT source AS key, min(number) AS first FROM revision WHERE number <= $1 GROUP BY source) wrote
     LEFT JOIN source ON source.key = wrote.key AND ${knownAtSql('$1', 'source')}
     ORDER BY wrote.first`,
    [revision],
  );
  return rows;
}
