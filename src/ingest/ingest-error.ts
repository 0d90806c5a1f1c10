import { Refusal } from '#refusal/refusal.ts';

/** What shall be imported cannot be read; the message says what and where. */
export class IngestError extends Refusal<'UNREADABLE' | 'NO_FILES'> {
  override readonly name = 'IngestError';
}
