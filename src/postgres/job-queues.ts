import { type AttachableClock, PgBoss } from 'pg-boss';
import { workerConnection } from './connection-names.ts';

/** When a job is tried again, and given up; times in seconds. */
export interface JobPolicy {
  /** Attempts after the first. */
  readonly retryLimit: number;
  /** Before the first of them; each pause is about twice as long as the one before it, by chance up to twice that. */
  readonly retryDelay: number;
  /** The longest pause. */
  readonly retryDelayMax: number;
  /** After which a worker that no longer responds is taken for gone, plus or minus the interval of the supervision. */
  readonly heartbeatSeconds: number;
  /** That an attempt may take. */
  readonly expireInSeconds: number;
}

export interface JobQueuesOptions {
  readonly databaseUrl: string;
  /** Names of the queues that are needed. */
  readonly queues: readonly string[];
  readonly policy: JobPolicy;
  /** Called for errors in the background, usually a lost connection. */
  readonly onError: (error: Error) => void;
  /** For tests. */
  readonly clock?: AttachableClock | undefined;
}

const superviseSeconds = 10;
/** Its statements are short, and few at a time. */
const mostConnections = 2;

/** Starts pg-boss in a schema of its own, which it creates and migrates, with queues of which each has one job in progress at most. */
export async function openJobQueues({
  databaseUrl,
  queues,
  policy,
  onError,
  clock,
}: JobQueuesOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: workerConnection,
    max: mostConnections,
    // When jobs are due is said by those who need them.
    schedule: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    ...(clock && { clock }),
  });
  boss.on('error', onError);
  await boss.start();
  const options = { ...policy, retryBackoff: true };
  for (const queue of queues) {
    await boss.createQueue(queue, { ...options, policy: 'singleton' });
    await boss.updateQueue(queue, options);
  }
  return boss;
}
