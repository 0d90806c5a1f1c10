import type { JobPolicy } from '#postgres/job-queues.ts';

/** The queue of the runs that publish to a destination: who has no such destination does not look into it. */
export const queueOf = (destination: string): string => `concord-exports/${destination}`;

/** What a job says besides its id, which its run has: for people who look at the queue. */
export interface ExportJob {
  readonly definition: string;
}

export const exportJobs: JobPolicy = {
  retryLimit: 3,
  retryDelay: 10,
  retryDelayMax: 300,
  heartbeatSeconds: 15,
  expireInSeconds: 12 * 3_600,
};
