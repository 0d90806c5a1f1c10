import { Refusal } from '#refusal/refusal.ts';

/** A file or folder to be imported cannot be read; the message names it and the reason. */
export class IngestError extends Refusal<'UNREADABLE' | 'NO_FILES'> {
  override readonly name = 'IngestError';
}
