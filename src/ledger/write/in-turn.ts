import type { Pool, PoolClient } from 'pg';

// Writers of every server take it one after the other, so that none is outrun again and again. Imports do not: they plan for long.
const writersLock = 1_179_201_109;

const lastOf = new WeakMap<Pool, Promise<unknown>>();

/**
 * Runs `work` on a connection when no other writer is at work, on this server or another. Waiting for one's own server takes no connection. A
 * killed process frees its place.
 */
export function inTurn<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const turn = (lastOf.get(pool) ?? Promise.resolve()).then(() => withLock(pool, work));
  lastOf.set(
    pool,
    turn.catch(() => undefined), // the next one does not care
  );
  return turn;
}

async function withLock<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let unlocked = false;
  try {
    await client.query(`SELECT pg_advisory_lock(${writersLock})`);
    const result = await work(client);
    await client.query(`SELECT pg_advisory_unlock(${writersLock})`);
    unlocked = true;
    return result;
  } finally {
    client.release(!unlocked); // a connection that may hold the lock still is closed, which frees it
  }
}
