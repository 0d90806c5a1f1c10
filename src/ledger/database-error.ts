import { LedgerError } from './ledger-error.ts';

export type DatabaseErrorCode = 'DATABASE_UNREACHABLE' | 'DATABASE_REFUSED' | 'DATABASE_TOO_OLD';

/** The database cannot be used. */
export class DatabaseError extends LedgerError<DatabaseErrorCode> {
  override readonly name = 'DatabaseError';
}
