import { type AttachableClock, PgBoss } from 'pg-boss';
import { workerConnection } from '#postgres/connection-names.ts';

/** The queue of the runs that publish to a destination: who has no such destination does not look into it. */
export const queueOf = (destination: string): string => `concord-exports/${destination}`;

/** What a job says besides its id, which its run has: for people who look at the queue. */
export interface ExportJob {
  readonly definition: string;
}

const hour = 3_600;

// An unresponsive worker is detected after this time, plus or minus the interval of the supervision.
const heartbeatSeconds = 15;
const superviseSeconds = 10;

export interface JobsOptions {
  readonly databaseUrl: string;
  /** Names of the destinations whose queues are needed. */
  readonly destinations: readonly string[];
  /** Called for errors in the background, usually a lost connection. */
  readonly onError: (error: Error) => void;
  /** For tests. */
  readonly clock?: AttachableClock;
}

/** Starts pg-boss in a schema of its own, which it creates and migrates, and sees to the queues. */
export async function openJobs({ databaseUrl, destinations, onError, clock }: JobsOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: workerConnection,
    max: 4,
    // When runs are due we say ourselves.
    schedule: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    ...(clock && { clock }),
  });
  boss.on('error', onError);
  await boss.start();
  const options = {
    retryLimit: 3,
    retryDelay: 10,
    retryBackoff: true,
    retryDelayMax: 300,
    heartbeatSeconds,
    expireInSeconds: 12 * hour,
  };
  for (const queue of destinations.map(queueOf)) {
    // At most one run per export is in progress.
    await boss.createQueue(queue, { ...options, policy: 'singleton' });
    await boss.updateQueue(queue, options);
  }
  return boss;
}
