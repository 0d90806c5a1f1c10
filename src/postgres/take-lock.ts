import type { ClientBase } from 'pg';
import { DatabaseError } from './database-error.ts';

/** How long a process waits for locks of others, and whom it tells meanwhile. */
export interface Waiting {
  readonly patienceMs: number;
  /** Is given sentences for people. */
  readonly tell: (message: string) => void;
}

export interface LockOptions extends Waiting {
  readonly key: number;
  /** What the holder of the lock is doing, as the middle of a sentence. */
  readonly what: string;
}

const lockNotAvailable = '55P03';
/** Milliseconds after which is told who has the lock. */
const firstWordMs = 1_000;
const nextWordMs = 30_000;

/**
 * Takes an advisory lock for the session of a client. Says who has it when that takes longer than a second, and every half a minute after that.
 * @throws DatabaseError `LOCK_NOT_FREE` after `patienceMs`
 */
export async function takeLock(client: ClientBase, { key, what, patienceMs, tell }: LockOptions): Promise<void> {
  const until = performance.now() + patienceMs;
  for (let pause = Math.min(firstWordMs, patienceMs); ; pause = nextWordMs) {
    const ms = Math.max(1, Math.min(pause, until - performance.now()));
    if (await isFreeWithin(client, key, ms)) return;
    const holder = await holderOf(client, key);
    const left = Math.ceil((until - performance.now()) / 1_000);
    if (left > 0) {
      tell(`Waiting up to ${left} s more for another process that is ${what}: ${holder}.`);
      continue;
    }
    const message = `Another process is ${what} and did not finish within ${patienceMs} ms: ${holder}. Wait until it has finished, or stop it; CONCORD_LOCK_TIMEOUT_MS sets the time to wait.`;
    throw new DatabaseError('LOCK_NOT_FREE', message);
  }
}

async function isFreeWithin(client: ClientBase, key: number, ms: number): Promise<boolean> {
  await client.query(`SELECT set_config('lock_timeout', $1, false)`, [`${Math.ceil(ms)}ms`]);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [key]);
    return true;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== lockNotAvailable) throw error;
    return false;
  } finally {
    await client.query('SET lock_timeout = 0').catch(() => {}); // a broken connection has said so already
  }
}

interface Holder {
  readonly pid: number;
  readonly name: string;
  readonly address: string;
  readonly since: Date;
}

/** Who has a lock, as the end of a sentence. */
async function holderOf(client: ClientBase, key: number): Promise<string> {
  const { rows } = await client.query<Holder>(
    `SELECT pid, coalesce(nullif(application_name, ''), 'no name') AS name, coalesce(host(client_addr), 'this machine') AS address,
       backend_start AS since
     FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND classid::bigint << 32 | objid::bigint = $1 AND objsubid = 1`,
    [key],
  );
  const [holder] = rows;
  if (holder === undefined) return 'it has just finished';
  const { pid, name, address, since } = holder;
  return `process ${pid} of the database server (${name}), connected from ${address} since ${since.toISOString()}`;
}
