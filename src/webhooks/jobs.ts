import type { JobPolicy } from '#postgres/job-queues.ts';

/** The queue of a destination, of one message at a time, so that those which need no second attempt come in the order of the revisions. */
export const queueOf = (destination: string): string => `concord-webhooks/${destination}`;

/** Tried again for about a day. */
export const deliveryJobs: JobPolicy = {
  retryLimit: 16,
  retryDelay: 5,
  retryDelayMax: 4 * 3_600,
  heartbeatSeconds: 15,
  expireInSeconds: 300,
};
