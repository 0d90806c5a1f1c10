import type { RecordedRevision } from '#stored-queries/changes/recorded-revisions.ts';

/** What a destination is told of one revision. */
export interface Message {
  readonly revision: number;
  /** JSON, as Standard Webhooks has it: `type`, `timestamp` and `data`. */
  readonly body: string;
}

/** The message of a revision; `timestamp` is that of the revision. */
export const messageOf = (
  type: 'ledger.changed' | 'query.changed',
  ledger: string,
  { number, digest, time, author, source, message }: RecordedRevision,
  data: Readonly<Record<string, unknown>>,
): Message => ({
  revision: number,
  body: JSON.stringify({
    type,
    timestamp: time.toISOString(),
    data: { ledger, revision: number, digest, author, source, message, ...data },
  }),
});
