import { PgBoss } from 'pg-boss';
import { workerConnection } from '#postgres/connection-names.ts';

/** The queue of a destination: who has no such destination does not look into it. */
export const queueOf = (destination: string): string => `concord-webhooks/${destination}`;

/** When a delivery is tried again. */
export interface Retries {
  /** After the first attempt. */
  readonly limit: number;
  /** Seconds before the first of them; each pause is about twice as long as the one before it, by chance up to twice that. */
  readonly delay: number;
  /** Seconds of the longest pause. */
  readonly longest: number;
}

/** For about a day. */
export const usualRetries: Retries = { limit: 16, delay: 5, longest: 4 * 3_600 };

export interface JobsOptions {
  readonly databaseUrl: string;
  readonly destinations: readonly string[];
  readonly retries: Retries;
  /** Seconds after which a worker that no longer responds is taken for gone. */
  readonly heartbeatSeconds: number;
  /** Called for errors in the background, usually a lost connection. */
  readonly onError: (error: Error) => void;
}

const superviseSeconds = 10;

/** Starts pg-boss, in the schema that it has for exports too, and sees to the queues. */
export async function openJobs({
  databaseUrl,
  destinations,
  retries,
  heartbeatSeconds,
  onError,
}: JobsOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: workerConnection,
    max: 2,
    schedule: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
  });
  boss.on('error', onError);
  await boss.start();
  const options = {
    retryLimit: retries.limit,
    retryDelay: retries.delay,
    retryBackoff: true,
    retryDelayMax: retries.longest,
    heartbeatSeconds,
    expireInSeconds: 300,
  };
  for (const queue of destinations.map(queueOf)) {
    // One message at a time to one receiver, so that those which need no second attempt come in the order of the revisions.
    await boss.createQueue(queue, { ...options, policy: 'singleton' });
    await boss.updateQueue(queue, options);
  }
  return boss;
}
