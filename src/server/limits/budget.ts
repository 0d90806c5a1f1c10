import type { Budget, RateLimit } from './rate-limit.ts';

/** The error for a client without points. */
export function tooManyPoints({ points }: RateLimit, waitMs: number) {
  const seconds = Math.ceil(waitMs / 1_000);
  const message = `All ${points} points for this minute are used; retry in ${seconds} s.`;
  return { message, headers: { 'retry-after': String(seconds) } };
}

/** The headers of draft-ietf-httpapi-ratelimit-headers: how many points a client has in a minute, how many are left and for how long. */
export const budgetHeaders = ({ points }: RateLimit, { remaining, resetMs }: Budget) => ({
  'ratelimit-policy': `"points";q=${points};w=60`,
  ratelimit: `"points";r=${remaining};t=${Math.ceil(resetMs / 1_000)}`,
});
