import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { DatabaseError } from '../database-error.ts';
import type { Waiting } from '../take-lock.ts';

const lookEveryMs = 1_000;
const nextWordMs = 30_000;
/** For those who waited behind it. */
const pauseMs = 500;

const lockNotAvailable = '55P03';

/** Whether a statement failed because it did not get a lock within its `lock_timeout`. */
export const isLockTimeout = (error: unknown): boolean =>
  (error as { readonly code?: unknown }).code === lockNotAvailable;

interface Blocked {
  readonly blocked: number;
  readonly pid: number;
  readonly name: string;
  readonly since: Date;
}

/**
 * Runs `work`, whose connection has a name and a `lock_timeout`, and says who holds a lock that it waits for. Work that meets the time limit is begun
 * again after a pause, in which others get the lock. When nobody lets go of it in time, its statement is cancelled, which undoes its transaction.
 * @throws DatabaseError `LOCK_NOT_FREE`
 */
export async function whileNobodyBlocks<T>(
  pool: Pool,
  connectionName: string,
  { patienceMs, tell }: Waiting,
  work: () => Promise<T>,
): Promise<T> {
  let blockedSince: number | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  let refusal: DatabaseError | null = null;
  let pausing = false;
  const look = async () => {
    if (pausing) return;
    const blocker = await blockerOf(pool, connectionName);
    if (pausing) return;
    const now = performance.now();
    blockedSince = blocker && (blockedSince ?? now);
    if (blocker === null || blockedSince === null) return;
    const holder = `process ${blocker.pid} of the database server (${blocker.name}), whose transaction started at ${blocker.since.toISOString()}`;
    if (now - blockedSince >= patienceMs) {
      const message = `A migration could not get a lock within ${patienceMs} ms and was rolled back; the lock is held by ${holder}. Wait until that process has finished, or stop it, and migrate again.`;
      refusal ??= new DatabaseError('LOCK_NOT_FREE', message);
      await pool.query('SELECT pg_cancel_backend($1)', [blocker.blocked]);
    } else if (now - toldAt >= nextWordMs) {
      toldAt = now;
      tell(`A migration is waiting for a lock held by ${holder}.`);
    }
  };
  const timer = setInterval(() => void look().catch(() => {}), Math.min(lookEveryMs, patienceMs));
  try {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (refusal !== null || !isLockTimeout(error)) throw refusal ?? error;
      }
      pausing = true;
      await delay(pauseMs);
      pausing = false;
    }
  } finally {
    clearInterval(timer);
  }
}

/** The first of those that hold what connections of a name wait for; null when none does. */
async function blockerOf(pool: Pool, connectionName: string): Promise<Blocked | null> {
  const { rows } = await pool.query<Blocked>(
    `SELECT waiting.pid AS blocked, holder.pid, coalesce(nullif(holder.application_name, ''), 'no name') AS name,
       coalesce(holder.xact_start, holder.backend_start) AS since
     FROM pg_stat_activity waiting, unnest(pg_blocking_pids(waiting.pid)) blocking JOIN pg_stat_activity holder ON holder.pid = blocking
     WHERE waiting.application_name = $1 AND waiting.datname = current_database() ORDER BY since LIMIT 1`,
    [connectionName],
  );
  return rows[0] ?? null;
}
