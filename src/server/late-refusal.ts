import type { HeldConnections } from '#postgres/held-connections.ts';
import type { ErrorAnswer } from './refuse.ts';

/** What a client is told whose request was given up after its time, by how far its write was; a question is told to ask for less. */
export function lateRefusal(
  { stage, written }: Pick<HeldConnections, 'stage' | 'written'>,
  timeoutMs: number,
): ErrorAnswer {
  const took = `The answer took longer than ${timeoutMs} ms`;
  const before = stage === 'WRITTEN' ? written - 1 : written;
  const others = before === 0 ? '' : ` The ${before} before it in this request were done.`;
  const again = { 'retry-after': '2' };
  if (stage === 'COMMITTING') {
    const message = `${took}, and the write had been sent to be committed: it may have been done. Send it again with its idempotency key; without one, read first whether it stands.${others}`;
    return { status: 503, code: 'WRITE_OUTCOME_UNKNOWN', message, headers: again };
  }
  if (stage === 'WRITTEN') {
    const message = `${took}; the write was done. Read it by a query, or send it again with its idempotency key.${others}`;
    return { status: 503, code: 'REQUEST_TIMEOUT', message, headers: again };
  }
  if (stage !== null) {
    const why = stage === 'WAITING' ? 'others were before it' : 'it did not end in time';
    const message = `${took}: ${why}. Nothing was written by this; send it again.${others}`;
    return { status: 503, code: 'BUSY', message, headers: again };
  }
  return { status: 503, code: 'REQUEST_TIMEOUT', message: `${took}; ask for less at a time.` };
}
