import { type AttachableClock, PgBoss } from 'pg-boss';

/** The queue of export runs. */
export const queue = 'concord-exports';

/** What a job says: which definition is to be run. */
export interface ExportJob {
  readonly definition: string;
}

const hour = 3_600;

// A worker that stops answering is noticed after this long, give or take the interval of the supervision.
const heartbeatSeconds = 15;
const superviseSeconds = 10;

export interface JobsOptions {
  readonly databaseUrl: string;
  /** Is told of what fails in the background: a lost connection, mostly. */
  readonly onError: (error: Error) => void;
  /** For tests. */
  readonly clock?: AttachableClock;
}

/** Starts pg-boss in a schema of its own, which it creates and migrates, and sees to the queue. */
export async function openJobs({ databaseUrl, onError, clock }: JobsOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'concord worker',
    max: 4,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    cronMonitorIntervalSeconds: 10,
    cronWorkerIntervalSeconds: 2,
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
  // Of one export at most one run is under way.
  await boss.createQueue(queue, { ...options, policy: 'singleton' });
  await boss.updateQueue(queue, options);
  return boss;
}
