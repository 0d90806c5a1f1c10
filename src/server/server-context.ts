import type { Snapshot } from '#ledger/snapshot/snapshot.ts';
import type { RequestRecord } from './request-record.ts';

/** What several questions of one request are answered from alike. */
export interface AnswerFrom {
  readonly snapshot: Snapshot;
  readonly today: number;
}

/** What http-server.ts hands over with each request. */
export interface ServerContext {
  readonly record: RequestRecord;
  /** What to answer from, and the day that is today then; without it the newest snapshot, now. */
  readonly answerFrom?: AnswerFrom;
  /** Name of the stored query that is asked, whose document is ours. */
  readonly storedQuery?: string;
}
