import type { HeldConnections } from '#postgres/held-connections.ts';
import type { ErrorAnswer } from './refuse.ts';

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
