import { Refusal } from '#refusal/refusal.ts';

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
export class BackupError extends Refusal<BackupErrorCode> {
  override readonly name = 'BackupError';
}
