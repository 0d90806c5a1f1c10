import type { ClientBase, Pool, PoolClient } from 'pg';
import { OutcomeUnknownError } from './database-error.ts';
import { HeldConnections, syncWait, WorkCancelledError } from './held-connections.ts';
import { requireSameDatabase } from './same-database.ts';
import { timelineOf, withoutTimeLimit } from './set-up-connection.ts';

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
