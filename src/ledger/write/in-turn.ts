import type { Pool, PoolClient } from 'pg';
import { HeldConnections } from '#postgres/held-connections.ts';
import { busy } from './write-failure.ts';

// Writers of every server take it one after the other, so that none is outrun again and again. Imports do not: they plan for long.
const writersLock = 1_179_201_109;
const lockNotAvailable = '55P03';

/** Milliseconds that a write waits for others when nothing limits it; else this share of what is left to it, so that some is left for itself. */
const usualPatienceMs = 7_000;
const shareForOthers = 0.7;

const lastOf = new WeakMap<Pool, Promise<unknown>>();

/**
 * Runs `work` on a connection when no other writer is at work, on this server or another. Waiting for one's own server takes no connection. A
 * killed process frees its place. Work that waits for a lock of others gets an error of PostgreSQL (55P03) after the same time.
 * @throws WriteFailure `BUSY`
 */
export async function inTurn<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const held = HeldConnections.current();
  held?.enter('WAITING');
  const patienceMs = Math.min(usualPatienceMs, (held?.msLeft ?? usualPatienceMs) * shareForOthers);
  const until = performance.now() + patienceMs;
  const before = lastOf.get(pool) ?? Promise.resolve();
  const { promise: mine, resolve: end } = Promise.withResolvers<void>();
  lastOf.set(
    pool,
    before.then(() => mine),
  );
  try {
    if (!(await endsWithin(before, patienceMs))) throw busy();
    return await withLock(pool, until, work);
  } finally {
    end();
  }
}

async function endsWithin(others: Promise<unknown>, ms: number): Promise<boolean> {
  const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, ms, false);
  try {
    return await Promise.race([others.then(() => true), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

async function withLock<Result>(
  pool: Pool,
  until: number,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let unlocked = false;
  try {
    const patience = `${Math.max(1, Math.round(until - performance.now()))}ms`;
    await client.query(`SELECT set_config('lock_timeout', $1, false)`, [patience]);
    await client.query(`SELECT pg_advisory_lock(${writersLock})`).catch((error) => {
      throw error.code === lockNotAvailable ? busy(error) : error;
    });
    HeldConnections.current()?.enter('WRITING');
    const result = await work(client);
    unlocked = await unlock(client);
    HeldConnections.current()?.enter('WRITTEN');
    return result;
  } finally {
    client.release(!unlocked); // a connection that may hold the lock still is closed, which frees it
  }
}

/** Whether the lock was given back; what was done is done all the same. */
const unlock = (client: PoolClient): Promise<boolean> =>
  client.query(`SELECT pg_advisory_unlock(${writersLock}), set_config('lock_timeout', '0', false)`).then(
    () => true,
    () => false,
  );
