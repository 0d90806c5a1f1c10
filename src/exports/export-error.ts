import { Refusal } from '#refusal/refusal.ts';

export type ExportErrorCode =
  | 'EXPORT_EXISTS'
  | 'EXPORT_RUNNING'
  | 'INVALID_EXPORT'
  | 'UNKNOWN_DESTINATION'
  | 'UNKNOWN_EXPORT'
  | 'UNKNOWN_REVISION'
  | 'DESTINATION_REFUSED'
  | 'EXPORT_DAMAGED'
  | 'WORKER_STOPPED';

/** An export cannot be defined or run; published versions are not changed. */
export class ExportError extends Refusal<ExportErrorCode> {
  override readonly name = 'ExportError';
}
