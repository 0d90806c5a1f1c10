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

const nothingWritten = 'nothing was written by this. Send it again after the seconds of Retry-After.';

const messages = {
  BUSY: `Others are writing, and this write did not get its turn in time; ${nothingWritten}`,
  READ_ONLY: `The database takes no writes at the moment, as while another server takes over; ${nothingWritten}`,
  FULL: `The database has no space left; ${nothingWritten}`,
  UNAVAILABLE: `The database cannot be reached now; ${nothingWritten}`,
  CANCELLED: `The write did not end within its time; ${nothingWritten}`,
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
    ? 'Send it again with the same idempotency key: it is done once, and answered when it is safe'
    : 'Read whether it stands before you send it again; with an idempotencyKey it could be sent again safely';
  const message = `The write was sent to be committed, and no answer was seen: it may have been done. ${way}.`;
  return new WriteFailure('WRITE_OUTCOME_UNKNOWN', message, { cause });
}
