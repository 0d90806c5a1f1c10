import type { Pool, PoolClient } from 'pg';
import { connectionError, DatabaseError } from './database-error.ts';
import { backendOf } from './end-connections.ts';

export const oldestMajor = 15;

/**
 * Asks the server whether it is there and new enough.
 * @throws DatabaseError
 */
export async function checkServer(pool: Pool, address: string): Promise<void> {
  const version = await askVersion(pool, address);
  if (Math.floor(version / 10_000) >= oldestMajor) return;
  const message = `The server at ${address} is PostgreSQL ${Math.floor(version / 10_000)}; Concord needs ${oldestMajor} or newer. Upgrade it, or set DATABASE_URL to another server; without DATABASE_URL, Concord runs its own.`;
  throw new DatabaseError('DATABASE_TOO_OLD', message);
}

async function askVersion(pool: Pool, address: string): Promise<number> {
  try {
    const { rows } = await pool.query("SELECT current_setting('server_version_num')::int AS version");
    return rows[0].version;
  } catch (cause) {
    throw connectionError(cause, address);
  }
}

/** How many connections are held at a time to see whether one of them gets the session of the first. */
const others = 2;

/**
 * Refuses a pooler that gives each transaction another session, as PgBouncer does with `pool_mode = transaction`: locks, settings and notifications,
 * which Concord needs, belong to a session. A session that goes to two connections gives it away.
 * @throws DatabaseError `DATABASE_POOLED`
 */
export async function refusePooledSessions(pool: Pool, address: string): Promise<void> {
  const first = await pool.connect();
  const session = backendOf(first)?.pid;
  // Without a pooler between, the server's process is the one that was announced when the connection was opened.
  if ((first as { readonly processID?: number | null }).processID === session) return first.release();
  const held: PoolClient[] = [];
  try {
    if ((await sessionOf(first)) !== session) throw pooled(address);
    for (let count = 0; count < Math.min(others, (pool.options.max ?? others + 1) - 1); count++) {
      const other = await pool.connect();
      held.push(other);
      // In a transaction it keeps its session for itself.
      await other.query('BEGIN');
      if ((await sessionOf(other)) === session || (await sessionOf(first)) !== session) throw pooled(address);
    }
  } finally {
    for (const client of [...held, first]) client.release(true);
  }
}

async function sessionOf(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid as number; // a SELECT without FROM gives one row
}

const pooled = (address: string) =>
  new DatabaseError(
    'DATABASE_POOLED',
    `The pooler at ${address} assigns each transaction to a different database session, but Concord needs dedicated sessions for locks, settings and notifications. Set its pool_mode to session for this database, or set DATABASE_URL to the database server itself.`,
  );
