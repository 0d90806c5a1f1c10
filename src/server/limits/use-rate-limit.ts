import type { Plugin } from 'graphql-yoga';
import { apiError } from '#graphql/api-error.ts';
import type { Context } from '#graphql/context.ts';
import type { ServerContext } from '../server-context.ts';
import type { Budget, RateLimit } from './rate-limit.ts';

/**
 * Takes the points of an operation from its client, and refuses it when there are not enough. Who has an API key has the points of the key,
 * wherever it is used from. Counts nothing when there is no limit.
 */
export const useRateLimit = (rateLimit: RateLimit): Plugin<ServerContext & Context> => ({
  async onExecute({ args: { contextValue }, setResultAndStopExecution }) {
    const { record, caller } = contextValue;
    if (record.charged) return; // by `KnownQueries`, which then left it to the long way
    const client = caller === null ? record.client : `key ${caller.name}`;
    const budget = await rateLimit.charge(client, record.cost ?? 1);
    record.charged = true;
    if (budget === null) return;
    record.headers = budgetHeaders(rateLimit, budget);
    if (budget.allowed) return;
    const { message, headers } = tooManyPoints(rateLimit, budget.resetMs);
    setResultAndStopExecution({ errors: [apiError('RATE_LIMITED', message, { http: { status: 429, headers } })] });
  },
});

/** What a client is told that has no points left. */
export function tooManyPoints({ points }: RateLimit, waitMs: number) {
  const seconds = Math.ceil(waitMs / 1_000);
  const message = `All ${points} points of this minute are used; ask again in ${seconds} s.`;
  return { message, headers: { 'retry-after': String(seconds) } };
}

/** The headers of draft-ietf-httpapi-ratelimit-headers: how many points a client has in a minute, how many are left and for how long. */
export const budgetHeaders = ({ points }: RateLimit, { remaining, resetMs }: Budget) => ({
  'ratelimit-policy': `"points";q=${points};w=60`,
  ratelimit: `"points";r=${remaining};t=${Math.ceil(resetMs / 1_000)}`,
});
