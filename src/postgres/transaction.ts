import type { ClientBase, Pool, PoolClient } from 'pg';
import { AccountablePool } from './accountable-pool.ts';
import { LedToStandbyError, OutcomeUnknownError } from './database-error.ts';
import { isSameTimeline } from './database-timeline.ts';
import { databaseTrouble } from './database-trouble.ts';
import { HeldConnections, syncWait, WorkCancelledError } from './held-connections.ts';
import { lookSince, noteOpened } from './look.ts';
import { untilReached } from './search-primary.ts';
import { isDirect, timelineOf, withoutTimeLimit } from './set-up-connection.ts';

const recentMs = 1_000;

/** Pools on which the last commit was confirmed by all standbys that commits wait for. */
const confirmed = new WeakSet<AccountablePool>();

/**
 * Looks where the database is before something is written: nothing is begun on a server that was left behind, whose revisions readers would see until it is
 * noticed. A look that finds another server ends the connections to the old one, and what is done on them fails.
 * Rejects with what the look met, and with LedToStandbyError where nothing can be written. A recent look will do if it began after the request that
 * writes came; where commits are confirmed by standbys, an earlier one too: on a server that was left behind none of them confirms, and what is not
 * confirmed nobody sees.
 */
export function lookBefore(pool: Pool): Promise<unknown> {
  if (!mayMove(pool)) return Promise.resolve();
  const now = performance.now();
  const { beganAt, written } = HeldConnections.current() ?? { beganAt: now, written: 0 };
  const since = confirmed.has(pool) ? 0 : written > 0 ? now : beganAt;
  const look = lookSince(pool, Math.max(since, now - recentMs)).then(({ inRecovery }) => {
    if (inRecovery) throw new LedToStandbyError();
  });
  look.catch(() => confirmed.delete(pool)); // whoever waits for it gets the error; the next one is to look for itself
  return look;
}

/** Whether the address of a pool may lead to another server than its connections do: no such server is to be expected where they are direct. */
export const mayMove = (pool: Pool): pool is AccountablePool => pool instanceof AccountablePool && !pool.leadsDirectly;

/** Whether the address of a pool leads to standbys, but for one that was promoted a moment ago: what is sent there next may meet a standby again. */
export const mayLeadToStandbys = (pool: Pool): boolean => pool instanceof AccountablePool && pool.timelines.isPassing;

/** A COMMIT that was answered so soon was answered by a server that was not frozen meanwhile; no failover is over by then. */
const promptMs = 2_000;

/** Begins, as a COMMIT was sent, to look where the database is, for `requireSameDatabase`. When that was, by the clock of `performance`. */
export function lookWhileCommitting(pool: Pool): number {
  const sentAt = performance.now();
  if (mayMove(pool)) lookSince(pool, sentAt).catch(() => {}); // whoever waits for it gets the error
  return sentAt;
}

/**
 * Makes sure, after something was committed on a connection, that this was where the database is: on a server that was left behind it will be lost, unless
 * all standbys that commits wait for have confirmed it. Looks after the COMMIT was answered, or takes a look that began as it was sent.
 * @throws OutcomeUnknownError
 */
export async function requireSameDatabase(
  pool: Pool,
  client: ClientBase,
  isConfirmed = false,
  sentAt = Number.NEGATIVE_INFINITY,
): Promise<void> {
  const written = timelineOf(client);
  if (written === null || isDirect(client) || !(pool instanceof AccountablePool)) return;
  if (isConfirmed) {
    confirmed.add(pool);
    return;
  }
  confirmed.delete(pool);
  const answeredAt = performance.now();
  const now = await lookSince(pool, answeredAt - sentAt < promptMs ? sentAt : answeredAt).catch((cause) => {
    throw new OutcomeUnknownError({ cause });
  });
  // A connection that was opened before the migration saw no ledger.
  const ledger = written.ledger ?? now.ledger;
  if (now.inRecovery || !isSameTimeline({ ...written, ledger }, now)) throw new OutcomeUnknownError();
}

/** `READ` sees the ledger as it was at one moment, and changes nothing. */
export type TransactionMode = 'READ' | 'WRITE';

const begin = {
  READ: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  // Each statement sees what was committed before it.
  WRITE: 'BEGIN ISOLATION LEVEL READ COMMITTED',
} as const satisfies Record<TransactionMode, string>;

/** Begins a transaction that the end of the connection ends. `first` are statements without parameters, sent in the same message. */
export const beginTransaction = (
  client: Pick<ClientBase, 'query'>,
  mode: TransactionMode,
  first: readonly string[] = [],
) => client.query([begin[mode], ...first].join(';'));

/** What `work` reads is the ledger as it was at one moment. */
export async function atOneMoment<Result>(client: ClientBase, work: () => Promise<Result>): Promise<Result> {
  await beginTransaction(client, 'READ');
  try {
    return await work();
  } finally {
    await client.query('COMMIT');
  }
}

/**
 * A connection to write on. One that led to a standby when it was opened is not taken again: behind a balancer that may be one still, and where it was
 * promoted since, nobody could tell afterwards that it is where the database is.
 */
export async function connectToWrite(pool: Pool): Promise<PoolClient> {
  for (let open = pool.idleCount; ; open--) {
    const client = await pool.connect();
    if (open <= 0 || timelineOf(client)?.inRecovery !== true) return client;
    client.release(true);
  }
}

/** Milliseconds that a write waits for others, or for the database, when nothing limits it; else this share of what is left to it. */
const usualWaitMs = 7_000;
const shareForWaiting = 0.7;

/** When a write that begins now has waited long enough for others or for the database, by the clock of `performance`: some time is left for itself. */
export function waitsUntil(): number {
  const msLeft = HeldConnections.current()?.msLeft ?? usualWaitMs;
  return performance.now() + Math.min(usualWaitMs, msLeft * shareForWaiting);
}

/**
 * Runs what a write does before its COMMIT is sent: what throws has changed nothing. While the database cannot be reached, or its address leads to a
 * standby because none is promoted yet, it is tried again until a time, by the clock of `performance`. So a failover is a pause to those who write, and
 * the first moment of the new primary is not missed.
 */
export async function onPrimary<Result>(
  pool: Pool,
  work: () => Promise<Result>,
  until = waitsUntil(),
): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(pool, error)) throw error;
      HeldConnections.current()?.enter('WAITING');
      let isThere = false;
      while (!isThere) {
        const leftMs = until - performance.now();
        if (leftMs <= 0) throw error;
        isThere = await untilReached(pool, () => leadsToPrimary(pool), leftMs);
      }
    }
  }
}

/** Whether the trouble that an error tells of passes with a failover. */
function mayPass(pool: Pool, error: unknown): boolean {
  const trouble = databaseTrouble(error);
  return trouble === 'UNAVAILABLE' || (trouble === 'READ_ONLY' && mayMove(pool));
}

/** Whether a connection of a pool leads to a primary, which is kept for whoever writes next. */
async function leadsToPrimary(pool: Pool): Promise<boolean> {
  const since = performance.now();
  const client = await connectToWrite(pool);
  const isPrimary = timelineOf(client)?.inRecovery !== true;
  noteOpened(pool, client, since);
  client.release(!isPrimary);
  return isPrimary;
}

/**
 * Runs `work` in one transaction on a connection of its own, for as long as it takes, and commits it. Nothing is changed when `work` throws, or when
 * `commits` says no to its result.
 * @throws OutcomeUnknownError when the connection was lost while a change was committed, or the database is on another server since
 */
export async function withTransaction<Result>(
  pool: Pool,
  mode: TransactionMode,
  work: (client: ClientBase) => Promise<Result>,
  commits: (result: Result) => boolean = () => true,
): Promise<Result> {
  const client = await (mode === 'WRITE' ? connectToWrite(pool) : pool.connect());
  // A connection that breaks must not end the process: the statement in progress fails, which is enough.
  const ignore = () => {};
  client.on('error', ignore);
  let broken = true;
  try {
    await beginTransaction(client, mode);
    await withoutTimeLimit(client);
    await client.query("SET LOCAL datestyle = 'ISO'");
    const result = await work(client);
    const commit = mode === 'WRITE' && commits(result);
    if (commit) await commitNow(client);
    else await client.query('ROLLBACK');
    broken = false;
    if (commit) await requireSameDatabase(pool, client);
    return result;
  } finally {
    if (!broken) client.off('error', ignore); // one that broke may still emit errors
    client.release(broken); // what was begun on a connection that is closed is undone
  }
}

/**
 * Commits the open transaction of a client. Work whose time is up is not committed; a COMMIT that was sent is not cancelled, as it may be waiting for
 * standbys. `onSent` is called once it is sent.
 * @throws OutcomeUnknownError; any other error says that nothing was done
 */
export async function commitNow(client: ClientBase, onSent = () => {}): Promise<void> {
  const held = HeldConnections.current();
  if (held?.cancelled) throw new WorkCancelledError();
  let cutShort = false;
  const look = ({ routine }: { readonly routine?: string | undefined }) => {
    cutShort ||= routine === syncWait;
  };
  client.on('notice', look);
  held?.enter('COMMITTING');
  try {
    const committed = client.query('COMMIT');
    onSent();
    await committed;
  } catch (cause) {
    if (saysNotDone(cause)) throw cause;
    throw new OutcomeUnknownError({ cause });
  } finally {
    client.off('notice', look);
  }
  if (cutShort) throw new OutcomeUnknownError();
}

/**
 * The same for a transaction that may have written nothing: waits until everything that was committed before is as durable as commits are. With
 * synchronous replication a commit that was cut short while it waited is visible here, and on no standby. A commit of what was written waits for all
 * before it.
 * @throws OutcomeUnknownError
 */
export async function commitDurably(client: ClientBase): Promise<void> {
  await client.query(
    `SELECT pg_logical_emit_message(true, 'concord', '')
     WHERE current_setting('synchronous_standby_names') <> '' AND current_setting('synchronous_commit') NOT IN ('off', 'local')`,
  );
  await commitNow(client);
}

/** An ERROR of the server undoes the transaction; a lost connection, and a session that is ended (FATAL), say nothing of it. */
const saysNotDone = (error: unknown) => {
  const { code, severity } = error as { readonly code?: string; readonly severity?: string };
  return severity !== undefined && code !== undefined && !code.startsWith('57P');
};
