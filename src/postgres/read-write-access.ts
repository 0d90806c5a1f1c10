import type { ClientBase, Pool } from 'pg';
import { DatabaseError, readOnlyMessage } from './database-error.ts';

export interface WriteAccess {
  /** Why nothing can be written, as the middle of a sentence; null when everything that Concord does can be. */
  readonly obstacle: string | null;
}

interface Row {
  readonly who: string;
  readonly standby: boolean;
  readonly readOnly: boolean;
  readonly migrated: boolean;
  readonly mayCreate: boolean;
  /** Tables of the ledger that this user may not write to; only the names of some. */
  readonly closed: readonly string[];
}

// Before the first migration the user must be able to make tables; after it, to write to those that are there.
const query = `
  SELECT current_user AS who,
    pg_is_in_recovery() AS standby,
    current_setting('transaction_read_only') = 'on' AS "readOnly",
    to_regclass('revision_counter') IS NOT NULL AS migrated,
    coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS "mayCreate",
    ARRAY(
      SELECT name FROM unnest(ARRAY['revision', 'revision_counter', 'stance']) name
      WHERE to_regclass(name) IS NOT NULL
        AND NOT (has_table_privilege(to_regclass(name), 'INSERT') AND has_table_privilege(to_regclass(name), 'UPDATE'))
    ) AS closed`;

/** Whether this user can write to this database; writes nothing to find out. */
export async function readWriteAccess(client: Pool | ClientBase): Promise<WriteAccess> {
  const { rows } = await client.query<Row>(query);
  const [row] = rows as [Row]; // a SELECT without FROM gives one row
  return { obstacle: obstacleIn(row) };
}

function obstacleIn({ who, standby, readOnly, migrated, mayCreate, closed }: Row): string | null {
  if (standby) return 'it is a standby that replicates another server';
  if (readOnly) return 'default_transaction_read_only is on';
  if (!migrated && !mayCreate) return `the user ${who} may not create tables in it`;
  if (closed.length > 0) return `the user ${who} may not write to ${closed.join(', ')}`;
  return null;
}

/**
 * Makes sure, before work is begun, that this user can write to this database.
 * @throws DatabaseError `DATABASE_READ_ONLY`
 */
export async function requireWritable(pool: Pool): Promise<void> {
  const { obstacle } = await readWriteAccess(pool);
  if (obstacle !== null) throw new DatabaseError('DATABASE_READ_ONLY', readOnlyMessage(obstacle));
}
