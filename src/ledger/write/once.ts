import { databaseTrouble } from '#postgres/database-trouble.ts';
import type { Prisma } from '#postgres/generated/client.ts';
import { HeldConnections, WorkCancelledError } from '#postgres/held-connections.ts';
import { locks } from '#postgres/lock-numbers.ts';
import type { Database } from '#postgres/open-database.ts';
import { type Ask, firstAnswer, type Idempotency, keepAnswer } from './idempotency.ts';
import { failedWrite, noteSuccess, outcomeUnknown, WriteFailure } from './write-failure.ts';

/** What was done: the number of what was made, such as the version of a stored query; 0 when it has none. */
export interface Done {
  readonly number: number;
  readonly changed: boolean;
}

/** What became of it. `again`: it was done before, and nothing now. */
export type OnceOutcome = (Done & { readonly status: 'DONE'; readonly again: boolean }) | { readonly status: 'REUSED' };

/** Milliseconds for a connection, and for all of the work: others may have to end theirs first. */
const patience = { maxWait: 5_000, timeout: 20_000 };

/** Milliseconds to wait for a lock of others. */
const lockMs = 5_000;
const shareForOthers = 0.7;

// Prisma's own ends of a transaction that was not committed.
const notCommitted: ReadonlySet<string> = new Set(['P2028', 'P2034']);

/**
 * Does something that makes no revision, all or nothing; with an idempotency key once. `REUSED`: the key was used for something else, and nothing
 * was done. What `work` throws undoes it.
 * @throws WriteFailure when the database keeps it from being done
 */
export async function once(
  { prisma, pool }: Pick<Database, 'prisma' | 'pool'>,
  idempotency: Idempotency | null,
  work: (tx: Prisma.TransactionClient) => Promise<Done>,
): Promise<OnceOutcome> {
  const held = HeldConnections.current();
  held?.enter('WAITING');
  let committing = false;
  try {
    const outcome = await prisma.$transaction(async (tx) => {
      const ms = Math.max(1, Math.round(Math.min(lockMs, (held?.msLeft ?? lockMs) * shareForOthers)));
      await tx.$queryRaw`SELECT set_config('lock_timeout', ${`${ms}ms`}, true)`;
      const result = await onceIn(tx, idempotency, work);
      if (held?.cancelled) throw new WorkCancelledError();
      held?.enter('COMMITTING');
      committing = true;
      return result;
    }, patience);
    if (held?.cutShort) throw outcomeUnknown(idempotency !== null);
    held?.enter('WRITTEN');
    noteSuccess(pool);
    return outcome;
  } catch (error) {
    const failure = failedWrite(pool, error);
    if (!committing || !(failure instanceof WriteFailure) || failure === error || saysNotDone(error)) throw failure;
    throw outcomeUnknown(idempotency !== null, error);
  }
}

/** Whether the server or Prisma says that a transaction was not committed, and it was not only the connection that was lost. */
function saysNotDone(error: unknown): boolean {
  const { code = '' } = error as { readonly code?: string };
  return notCommitted.has(code) || databaseTrouble(error) !== 'UNAVAILABLE';
}

async function onceIn(
  tx: Prisma.TransactionClient,
  idempotency: Idempotency | null,
  work: (tx: Prisma.TransactionClient) => Promise<Done>,
): Promise<OnceOutcome> {
  if (idempotency === null) {
    HeldConnections.current()?.enter('WRITING');
    return { status: 'DONE', again: false, ...(await work(tx)) };
  }
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${locks.management})`;
  HeldConnections.current()?.enter('WRITING');
  const ask: Ask = (statement, values) => tx.$queryRawUnsafe(statement.text, ...values);
  const before = await firstAnswer(ask, idempotency);
  if (before !== null) {
    if (!before.same) return { status: 'REUSED' };
    // Answered before: this transaction writes something too, so that its COMMIT waits for standbys, and for all that was committed before.
    await tx.$executeRaw`SELECT pg_logical_emit_message(true, 'concord', '')`;
    return { status: 'DONE', again: true, number: before.number, changed: before.changed };
  }
  const done = await work(tx);
  await keepAnswer(ask, idempotency, done);
  return { status: 'DONE', again: false, ...done };
}
