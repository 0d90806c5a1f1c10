import type { ClientBase, Pool } from 'pg';
import { commitNow } from './commit-now.ts';
import { requireSameDatabase } from './same-database.ts';
import { withoutTimeLimit } from './set-up-connection.ts';

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
  const client = await pool.connect();
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
