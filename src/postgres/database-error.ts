import { Refusal } from '#refusal/refusal.ts';

export type DatabaseErrorCode =
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_REFUSED'
  | 'DATABASE_TOO_OLD'
  | 'DATABASE_READ_ONLY'
  | 'DATABASE_FULL'
  | 'DATABASE_LOST'
  | 'DATABASE_POOLED'
  | 'LOCK_NOT_FREE';

/** The database cannot be used. */
export class DatabaseError extends Refusal<DatabaseErrorCode> {
  override readonly name = 'DatabaseError';
}
