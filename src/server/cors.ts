/** Headers of an answer that browsers show to applications of another origin. */
export const exposedHeaders = [
  'Concord-Complete',
  'Concord-Cost',
  'Concord-Request-Id',
  'Concord-Revision',
  'Concord-Rows',
  'Concord-Stale-Since',
  'Content-Disposition',
  'ETag',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
];

/** Lets every application read an answer. */
export const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': exposedHeaders.join(', '),
} as const;
