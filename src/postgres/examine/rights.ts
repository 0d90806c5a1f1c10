import type { Pool } from 'pg';

export interface Rights {
  readonly who: string;
  /** Tables that this user may not read. */
  readonly unreadable: readonly string[];
  /** Whether the extension btree_gist is there; if not, whether the server has it at hand, and whether this user may create it. */
  readonly extension: 'THERE' | 'CREATABLE' | 'FORBIDDEN' | 'UNAVAILABLE';
}

// btree_gist is trusted: who may create in the database may create it.
const query = `
  SELECT current_user AS who,
    ARRAY(
      SELECT relname::text FROM pg_class
      WHERE relnamespace = to_regnamespace(current_schema()) AND relkind = 'r' AND NOT has_table_privilege(oid, 'SELECT')
      ORDER BY relname
    ) AS unreadable,
    CASE
      WHEN EXISTS (SELECT FROM pg_extension WHERE extname = 'btree_gist') THEN 'THERE'
      WHEN NOT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'btree_gist') THEN 'UNAVAILABLE'
      WHEN has_database_privilege(current_database(), 'CREATE') THEN 'CREATABLE'
      ELSE 'FORBIDDEN'
    END AS extension`;

/** What the user of a connection may do in the database. */
export async function readRights(pool: Pool): Promise<Rights> {
  const { rows } = await pool.query<Rights>(query);
  const [row] = rows as [Rights]; // a SELECT without FROM gives one row
  return row;
}
