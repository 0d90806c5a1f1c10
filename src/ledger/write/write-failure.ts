import type { Pool } from 'pg';
import { databaseTrouble } from '#postgres/database-trouble.ts';
import { Refusal } from '#refusal/refusal.ts';

export type WriteFailureCode =
  | 'BUSY'
  | 'DATABASE_READ_ONLY'
  | 'DATABASE_FULL'
  | 'DATABASE_UNAVAILABLE'
  | 'WRITE_OUTCOME_UNKNOWN';

/** Seconds after which it makes sense to send a write again. */
const retryAfterSeconds: Readonly<Record<WriteFailureCode, number>> = {
  BUSY: 2,
  DATABASE_READ_ONLY: 5,
  DATABASE_FULL: 60,
  DATABASE_UNAVAILABLE: 5,
  WRITE_OUTCOME_UNKNOWN: 2,
};

/** A write that the database kept from being done, or from being known as done; the message says which. */
export class WriteFailure extends Refusal<WriteFailureCode> {
  override readonly name = 'WriteFailure';

  get retryAfterSeconds(): number {
    return retryAfterSeconds[this.code];
  }
}

const nothingWritten = 'nothing was written. Retry after the number of seconds in Retry-After.';

const messages = {
  BUSY: `Other writes are in progress, and this one did not get its turn in time; ${nothingWritten}`,
  READ_ONLY: `The database is read-only at the moment, for example during a failover; ${nothingWritten}`,
  FULL: `The database has no disk space left; ${nothingWritten}`,
  UNAVAILABLE: `The database cannot be reached at the moment; ${nothingWritten}`,
  CANCELLED: `The write exceeded its time limit; ${nothingWritten}`,
} as const;

const codes = {
  BUSY: 'BUSY',
  READ_ONLY: 'DATABASE_READ_ONLY',
  FULL: 'DATABASE_FULL',
  UNAVAILABLE: 'DATABASE_UNAVAILABLE',
  CANCELLED: 'BUSY',
} as const satisfies Record<keyof typeof messages, WriteFailureCode>;

export const busy = (cause?: unknown): WriteFailure => new WriteFailure('BUSY', messages.BUSY, { cause });

/**
 * What a writer is told of an error by which nothing was written: a WriteFailure for one that tells of trouble with the database, else the error
 * itself.
 */
export function notWritten(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const trouble = databaseTrouble(error);
  return trouble === null ? error : new WriteFailure(codes[trouble], messages[trouble], { cause: error });
}

/** What a writer is told whose COMMIT was sent and whose answer was not seen, or came before the standbys had it. */
export function outcomeUnknown(hasIdempotencyKey: boolean, cause?: unknown): WriteFailure {
  const way = hasIdempotencyKey
    ? 'Retry with the same idempotency key: the write is done only once'
    : 'Check whether it was done before you retry; with an idempotencyKey a retry is safe';
  const message = `The outcome of the commit is unknown: the write may have been done. ${way}.`;
  return new WriteFailure('WRITE_OUTCOME_UNKNOWN', message, { cause });
}

/** What a writer is told of an error by which nothing was written, which is kept for `/ready` when others will fail for it too. */
export function failedWrite(pool: Pool, error: unknown): unknown {
  const failure = notWritten(error);
  noteFailure(pool, failure);
  return failure;
}

/** What kept the last write of a pool from being done, and lasts until one is done. */
export interface LastingFailure {
  readonly code: 'DATABASE_READ_ONLY' | 'DATABASE_FULL';
  readonly since: Date;
}

const failures = new WeakMap<Pool, LastingFailure>();

/** Keeps that a write failed, if it is for a reason that others will fail for too. */
export function noteFailure(pool: Pool, error: unknown): void {
  if (!(error instanceof WriteFailure)) return;
  const { code } = error;
  if (code !== 'DATABASE_READ_ONLY' && code !== 'DATABASE_FULL') return;
  if (failures.get(pool)?.code !== code) failures.set(pool, { code, since: new Date() });
}

export const noteSuccess = (pool: Pool): void => void failures.delete(pool);

/** Null when the last write was done, or none was tried. */
export const lastingFailure = (pool: Pool): LastingFailure | null => failures.get(pool) ?? null;
