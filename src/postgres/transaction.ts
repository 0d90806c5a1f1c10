import type { ClientBase, Pool, PoolClient } from 'pg';
import { AccountablePool } from './accountable-pool.ts';
import { connectSoon } from './connect-soon.ts';
import { LedToStandbyError, OutcomeUnknownError } from './database-error.ts';
import { isSameTimeline, readTimeline, type Timeline } from './database-timeline.ts';
import { destroyConnection } from './end-connections.ts';
import { HeldConnections, syncWait, WorkCancelledError } from './held-connections.ts';
import { isDirect, timelineOf, withoutTimeLimit } from './set-up-connection.ts';

const patienceMs = 3_000;

/**
 * Opens a connection to the address of a pool, looks where it leads, and tells the pool: a balancer may have moved new connections to another server
 * while old ones stay where they are.
 */
export const lookAnew = (pool: AccountablePool): Promise<Timeline> =>
  askAnew(pool, async (_, { timeline }) => timeline);

/** Where a new connection led. */
export interface Looked {
  readonly timeline: Timeline;
  /** False when others led to a newer timeline: it is a server that was left behind. */
  readonly isNewest: boolean;
}

/** The same, and asks more on that connection. */
export async function askAnew<Found>(
  pool: AccountablePool,
  ask: (client: ClientBase, looked: Looked) => Promise<Found>,
): Promise<Found> {
  const { connectionString } = pool.options;
  const began = performance.now();
  const client = await connectSoon(
    { connectionString, application_name: 'concord', query_timeout: patienceMs },
    patienceMs,
  );
  try {
    pool.abandonOpening(began);
    const timeline = await readTimeline(client);
    const found = await ask(client, { timeline, isNewest: pool.timelines.report(timeline) });
    client.end().catch(() => {});
    return found;
  } catch (error) {
    destroyConnection(client);
    throw error;
  }
}

interface Looks {
  /** The one that was begun last. */
  readonly last: { readonly look: Promise<Timeline>; readonly beganAt: number } | null;
  /** The one that has not begun, for all who ask before it does. */
  readonly next: Promise<Timeline> | null;
}

const looksOf = new WeakMap<AccountablePool, Looks>();
const noLooks: Looks = { last: null, next: null };

/** A look that begins after this was called. Those who ask while one is under way share the one after it: one connection is opened at a time. */
function sharedLook(pool: AccountablePool): Promise<Timeline> {
  const { last, next } = looksOf.get(pool) ?? noLooks;
  if (next !== null) return next;
  const begin = () => {
    const look = lookAnew(pool);
    looksOf.set(pool, { last: { look, beganAt: performance.now() }, next: null });
    return look;
  };
  const look = last === null ? begin() : last.look.then(begin, begin);
  if (last !== null) looksOf.set(pool, { last, next: look });
  return look;
}

const recentMs = 1_000;

/** A look that began a second ago at most, or begins now. */
function recentLook(pool: AccountablePool): Promise<Timeline> {
  const { last } = looksOf.get(pool) ?? noLooks;
  return last !== null && performance.now() - last.beganAt < recentMs ? last.look : sharedLook(pool);
}

/** Pools on which the last commit was confirmed by all standbys that commits wait for. */
const confirmed = new WeakSet<AccountablePool>();

/**
 * Looks where the database is before something is written: nothing is begun on a server that was left behind, whose revisions readers would see until it is
 * noticed. A look that finds another server ends the connections to the old one, and what is done on them fails.
 * Rejects with what the look met, and with LedToStandbyError where nothing can be written. Where commits are confirmed by standbys a recent look will do:
 * on a server that was left behind none of them confirms, and what is not confirmed nobody sees.
 */
export function lookBefore(pool: Pool): Promise<unknown> {
  if (!mayMove(pool)) return Promise.resolve();
  const look = (confirmed.has(pool) ? recentLook(pool) : sharedLook(pool)).then(({ inRecovery }) => {
    if (inRecovery) throw new LedToStandbyError();
  });
  look.catch(() => confirmed.delete(pool)); // whoever waits for it gets the error; the next one is to look for itself
  return look;
}

/** Whether the address of a pool may lead to another server than its connections do: no such server is to be expected where they are direct. */
export const mayMove = (pool: Pool): pool is AccountablePool => pool instanceof AccountablePool && !pool.leadsDirectly;

/** Whether the address of a pool leads to standbys, but for one that was promoted a moment ago: what is sent there next may meet a standby again. */
export const mayLeadToStandbys = (pool: Pool): boolean => pool instanceof AccountablePool && pool.timelines.isPassing;

/**
 * Makes sure, after something was committed on a connection, that this was where the database is: on a server that was left behind it will be lost, unless
 * all standbys that commits wait for have confirmed it.
 * @throws OutcomeUnknownError
 */
export async function requireSameDatabase(pool: Pool, client: ClientBase, isConfirmed = false): Promise<void> {
  const written = timelineOf(client);
  if (written === null || isDirect(client) || !(pool instanceof AccountablePool)) return;
  if (isConfirmed) {
    confirmed.add(pool);
    return;
  }
  confirmed.delete(pool);
  const now = await sharedLook(pool).catch((cause) => {
    throw new OutcomeUnknownError({ cause });
  });
  // A connection that was opened before the migration saw no ledger.
  const ledger = written.ledger ?? now.ledger;
  if (now.inRecovery || !isSameTimeline({ ...written, ledger }, now)) throw new OutcomeUnknownError();
}

/** Selects the standbys that a commit of this session waits for, as `synchronous_standby_names` has them: '' where it waits for none. */
export const awaitedStandbys = `CASE WHEN current_setting('synchronous_commit') IN ('off', 'local') THEN ''
  ELSE current_setting('synchronous_standby_names') END`;

const listed = /^(?:(?:FIRST |ANY )?\s*(?<count>\d+)\s*\((?<some>[^()]*)\)|(?<first>[^()]*))$/i;

/**
 * Whether all standbys named have confirmed what was committed while `names` were awaited. Then it survives whichever of them takes the place of the
 * primary. Where fewer confirm, one that did not may be promoted while another goes on confirming to a primary that was left behind.
 */
export function confirmedByAll(names: string): boolean {
  const { count = '1', some, first = '' } = listed.exec(names.trim())?.groups ?? {};
  const standbys = (some ?? first).split(',').map((name) => name.trim());
  return standbys.every((name) => name !== '' && name !== '*' && name !== '"*"') && Number(count) >= standbys.length;
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
 * standbys.
 * @throws OutcomeUnknownError; any other error says that nothing was done
 */
export async function commitNow(client: ClientBase): Promise<void> {
  const held = HeldConnections.current();
  if (held?.cancelled) throw new WorkCancelledError();
  let cutShort = false;
  const look = ({ routine }: { readonly routine?: string | undefined }) => {
    cutShort ||= routine === syncWait;
  };
  client.on('notice', look);
  held?.enter('COMMITTING');
  try {
    await client.query('COMMIT');
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
