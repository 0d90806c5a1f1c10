import { Client, type ClientBase, type Pool } from 'pg';
import { AccountablePool } from './accountable-pool.ts';
import { OutcomeUnknownError } from './commit-now.ts';
import { isSameTimeline, readTimeline, type Timeline } from './database-timeline.ts';
import { destroyConnection } from './destroy-connection.ts';
import { timelineOf } from './set-up-connection.ts';

const patienceMs = 3_000;

/**
 * Opens a connection to the address of a pool, looks where it leads, and tells the pool: a balancer may have moved new connections to another server
 * while old ones stay where they are.
 */
export async function lookAnew(pool: AccountablePool): Promise<Timeline> {
  const client = new Client({
    connectionString: pool.options.connectionString,
    application_name: 'concord',
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const timeline = await readTimeline(client);
    pool.timelines.report(timeline);
    client.end().catch(() => {});
    return timeline;
  } catch (error) {
    destroyConnection(client);
    throw error;
  }
}

/**
 * Makes sure, after something was committed on a connection, that this was where the database is: on a server that was left behind it will be lost.
 * @throws OutcomeUnknownError
 */
export async function requireSameDatabase(pool: Pool, client: ClientBase): Promise<void> {
  const written = timelineOf(client);
  if (written === null || !(pool instanceof AccountablePool)) return;
  const now = await lookAnew(pool).catch((cause) => {
    throw new OutcomeUnknownError({ cause });
  });
  if (now.inRecovery || !isSameTimeline(written, now)) throw new OutcomeUnknownError();
}
