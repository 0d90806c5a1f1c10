import { LedgerError } from '../ledger-error.ts';

export type BackupErrorCode =
  | 'FOLDER_TAKEN'
  | 'UNWRITABLE'
  | 'NO_BACKUP'
  | 'NEWER_FORMAT'
  | 'OLDER_FORMAT'
  | 'DAMAGED'
  | 'OTHER_MIGRATIONS'
  | 'NOT_EMPTY';

/** A backup cannot be written or restored; nothing was changed. */
export class BackupError extends LedgerError<BackupErrorCode> {
  override readonly name = 'BackupError';
}
