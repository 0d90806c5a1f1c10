import type { Pool } from 'pg';
import { notWritten } from './write-failure.ts';
import { noteFailure } from './write-health.ts';

/** What a writer is told of an error by which nothing was written, which is kept for `/ready` when others will fail for it too. */
export function failedWrite(pool: Pool, error: unknown): unknown {
  const failure = notWritten(error);
  noteFailure(pool, failure);
  return failure;
}
