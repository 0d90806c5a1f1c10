import type { ServerResponse } from 'node:http';
import { HeldConnections } from '#postgres/held-connections.ts';
import { type ErrorAnswer, refuse } from './refuse.ts';
import type { RequestRecord } from './request-record.ts';

/** How long a request may take. */
export interface TimeLimit {
  readonly requestTimeoutMs: number;
}

/** The error for a request that exceeded its time limit, by the progress of its write. */
export function lateRefusal(
  { stage, written }: Pick<HeldConnections, 'stage' | 'written'>,
  timeoutMs: number,
): ErrorAnswer {
  const took = `The request took longer than ${timeoutMs} ms`;
  const before = stage === 'WRITTEN' ? written - 1 : written;
  const others = before === 0 ? '' : ` Earlier writes in this request that were done: ${before}.`;
  const again = { 'retry-after': '2' };
  if (stage === 'COMMITTING') {
    const message = `${took} while the write was being committed: it may have been done. Retry with the same idempotency key; without one, first check whether it was done.${others}`;
    return { status: 503, code: 'WRITE_OUTCOME_UNKNOWN', message, headers: again };
  }
  if (stage === 'WRITTEN') {
    const message = `${took}, but the write was done. Query its result, or retry with the same idempotency key.${others}`;
    return { status: 503, code: 'REQUEST_TIMEOUT', message, headers: again };
  }
  if (stage !== null) {
    const why = stage === 'WAITING' ? 'other writes were first' : 'the write did not finish in time';
    const message = `${took}: ${why}. Nothing was written; retry.${others}`;
    return { status: 503, code: 'BUSY', message, headers: again };
  }
  return { status: 503, code: 'REQUEST_TIMEOUT', message: `${took}; request less at a time.` };
}

/** The error for a stored query that exceeded its time limit, such as a table of everything. */
export const lateStoredQuery = (name: string, timeoutMs: number): ErrorAnswer => ({
  status: 503,
  code: 'REQUEST_TIMEOUT',
  message: `${name} took longer than ${timeoutMs} ms; ask for less by its parameters. \`concord queries ask ${name}\` and an export (docs/exports.md) may take as long as they need.`,
});

/** Sends the error for a request that took too long, and for a write its outcome. */
export function refuseLate({ requestTimeoutMs }: TimeLimit, response: ServerResponse, record: RequestRecord): void {
  const refusal = record.late ?? lateRefusal({ stage: null, written: 0 }, requestTimeoutMs);
  record.errorCodes = [refusal.code];
  refuse(response, refusal);
}

/** The result of `work`, unless it takes too long: then its database queries are cancelled and its result is discarded. */
export async function inTime<T>(
  { requestTimeoutMs }: TimeLimit,
  work: () => T | Promise<T>,
  record?: RequestRecord,
): Promise<T | 'TOO_LATE'> {
  const held = new HeldConnections(requestTimeoutMs);
  const { promise: tooLate, resolve } = Promise.withResolvers<'TOO_LATE'>();
  const timer = setTimeout(() => {
    if (record !== undefined) record.late = lateRefusal(held, requestTimeoutMs);
    resolve('TOO_LATE');
    void held.cancel();
  }, requestTimeoutMs);
  try {
    return await Promise.race([held.during(work), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
