import type { Pool } from 'pg';

export interface ServerFacts {
  /** As the server says it, `18.4 (Debian 18.4-1)` for instance. */
  readonly version: string;
  readonly encoding: string;
  readonly collation: string;
  /** Versions of the collation: that which indexes were made with, and that of the operating system now; null where there are none. */
  readonly collationVersion: string | null;
  readonly collationVersionNow: string | null;
  readonly maxConnections: number;
  /** Whether it is a standby, and if so whether a primary sends to it. */
  readonly standby: boolean;
  readonly receives: boolean;
  /** The time zone and time limit of our sessions, such as `UTC` and `30s`: a pooler may have dropped what they were given. */
  readonly zone: string;
  readonly timeLimit: string;
  /** How much the clock of the server is ahead of ours, in milliseconds; the way there and back is taken as even. */
  readonly aheadMs: number;
}

const query = `
  SELECT current_setting('server_version') AS version,
    pg_encoding_to_char(encoding) AS encoding,
    datcollate AS collation,
    datcollversion AS "collationVersion",
    pg_database_collation_actual_version(oid) AS "collationVersionNow",
    current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS "maxConnections",
    pg_is_in_recovery() AS standby,
    EXISTS (SELECT FROM pg_stat_wal_receiver) AS receives,
    current_setting('TimeZone') AS zone,
    current_setting('statement_timeout') AS "timeLimit"
  FROM pg_database WHERE datname = current_database()`;

/** What a server says about itself and about the database. */
export async function readServerFacts(pool: Pool): Promise<ServerFacts> {
  const { rows } = await pool.query<Omit<ServerFacts, 'aheadMs'>>(query);
  const [row] = rows as [Omit<ServerFacts, 'aheadMs'>]; // the database that we are in has a row
  return { ...row, aheadMs: await aheadMs(pool) };
}

async function aheadMs(pool: Pool): Promise<number> {
  const before = Date.now();
  const { rows } = await pool.query<{ ms: number }>(
    'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS ms',
  );
  return (rows[0]?.ms ?? before) - (before + Date.now()) / 2;
}
