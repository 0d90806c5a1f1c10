import type { Pool, PoolClient } from 'pg';
import { HeldConnections } from '#postgres/held-connections.ts';
import { locks } from '#postgres/lock-numbers.ts';
import { pipelined } from '#postgres/set-up-connection.ts';
import { beginTransaction, connectToWrite } from '#postgres/transaction.ts';
import { busy } from './write-failure.ts';

const lockNotAvailable = '55P03';

/** Milliseconds that a write waits for others when nothing limits it; else this share of what is left to it, so that some is left for itself. */
const usualPatienceMs = 7_000;
const shareForOthers = 0.7;

const lastOf = new WeakMap<Pool, Promise<unknown>>();

/**
 * Runs `read` and `work` in one transaction when no other writer is at work, on this server or another. The next one is let in as it ends, and what
 * `work` does not commit is undone. What `read` asks is sent at once and answered when it is the writer's turn; each statement sees what was committed
 * before it. Waiting for one's own server takes no connection. Work that waits for a lock of others gets an error of PostgreSQL (55P03) after the same
 * time.
 * @throws WriteFailure `BUSY`
 */
export async function inTurn<Found, Result>(
  pool: Pool,
  read: (client: PoolClient) => Promise<Found>,
  work: (client: PoolClient, found: Found) => Promise<Result>,
): Promise<Result> {
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
    return await withLock(pool, until, read, work);
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

async function withLock<Found, Result>(
  pool: Pool,
  until: number,
  read: (client: PoolClient) => Promise<Found>,
  work: (client: PoolClient, found: Found) => Promise<Result>,
): Promise<Result> {
  const client = await connectToWrite(pool);
  let done = false;
  try {
    const patience = Math.max(1, Math.round(until - performance.now()));
    // All in one message. The lock is freed by the end of the transaction, or of the connection. Statements are planned once for each connection:
    // to plan one that reads every table takes ten times as long as to run it.
    const first = [
      `SET LOCAL lock_timeout = ${patience}`,
      'SET LOCAL plan_cache_mode = force_generic_plan',
      // Writers of every server take it one after another, so that none is outrun again and again. Imports do not: they compare for long.
      `SELECT pg_advisory_xact_lock(${locks.ledgerWriters})`,
    ];
    pipelined(client, true);
    const begun = beginTransaction(client, 'WRITE', first).catch((error) => {
      throw error.code === lockNotAvailable ? busy(error) : error;
    });
    const [, found] = await Promise.all([begun, read(client)]);
    HeldConnections.current()?.enter('WRITING');
    const result = await work(client, found);
    done = client.getTransactionStatus() === 'I';
    return result;
  } finally {
    // Answered after everything that was asked before it.
    const ended = done || (await undo(client));
    pipelined(client, false);
    client.release(!ended); // a connection that may hold the lock still is closed, which frees it
  }
}

const undo = (client: PoolClient): Promise<boolean> =>
  client.query('ROLLBACK').then(
    () => true,
    () => false,
  );
