import type { ClientBase } from 'pg';
import { Refusal } from '#refusal/refusal.ts';
import { HeldConnections, syncWait, WorkCancelledError } from './held-connections.ts';

/** A COMMIT was sent, and it is not known whether it was done, or not to which servers. */
export class OutcomeUnknownError extends Refusal<'WRITE_OUTCOME_UNKNOWN'> {
  override readonly name = 'OutcomeUnknownError';

  constructor(options?: ErrorOptions) {
    const message =
      'The connection was lost during the commit: the change may have been done. Run the command again; what was already done is not repeated.';
    super('WRITE_OUTCOME_UNKNOWN', message, options);
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
