import { Refusal } from '#refusal/refusal.ts';

export type StoredQueryErrorCode =
  | 'FEED_TOO_LARGE'
  | 'INVALID_STORED_QUERY'
  | 'STORED_QUERY_EXISTS'
  | 'STORED_QUERY_CHANGED'
  | 'STORED_QUERY_FAILED'
  | 'TABLE_INCOMPLETE'
  | 'UNKNOWN_STORED_QUERY';

/** A question cannot be stored, found or answered as a table. */
export class StoredQueryError extends Refusal<StoredQueryErrorCode> {
  override readonly name = 'StoredQueryError';
}
