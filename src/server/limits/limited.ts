import type { ServerResponse } from 'node:http';
import { refuse } from '../refuse.ts';
import type { RequestRecord } from '../request-record.ts';
import type { RateLimit } from './rate-limit.ts';
import { tooManyPoints } from './rate-limit.ts';

/**
 * Answers a request, unless its client has no points left: that is said before anything of the request is read. What was refused before its
 * cost was known takes one point.
 */
export async function limited(
  rateLimit: RateLimit,
  record: RequestRecord,
  response: ServerResponse,
  answer: () => Promise<void>,
): Promise<void> {
  const waitMs = rateLimit.waitOf(record.client);
  if (waitMs > 0) {
    const { message, headers } = tooManyPoints(rateLimit, waitMs);
    record.errorCodes = ['RATE_LIMITED'];
    refuse(response, { status: 429, code: 'RATE_LIMITED', message, headers: { ...headers, connection: 'close' } });
    return;
  }
  await answer();
  if (!record.charged) await rateLimit.charge(record.client, 1);
}
