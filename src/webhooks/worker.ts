import { setTimeout as delay } from 'node:timers/promises';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { WebhookDestination } from '#config/webhooks.ts';
import { type JobPolicy, openJobQueues } from '#postgres/job-queues.ts';
import type { Database } from '#postgres/open-database.ts';
import { followDestination, noteProblem } from './follow-destination.ts';
import { deliveryJobs, queueOf } from './jobs.ts';
import type { Logger } from './logger.ts';
import type { PastAnswerer } from './query-messages.ts';
import { type DeliveryJob, forgetOld, queueDeliveries, settleAbandoned } from './queue-deliveries.ts';
import { runDelivery } from './run-delivery.ts';

export interface WebhookWorkerOptions {
  readonly database: Database;
  readonly destinations: readonly WebhookDestination[];
  readonly answerer: PastAnswerer;
  readonly logger: Logger;
  /** Milliseconds that a receiver has to answer. */
  readonly timeoutMs?: number;
  readonly policy?: JobPolicy;
}

export interface WebhookWorker {
  /** Lets go of what it is doing, which another worker or the next start takes up. */
  stop(): Promise<void>;
}

const workOptions = { includeMetadata: true, pollingIntervalSeconds: 1 } as const;
const usualTimeoutMs = 15_000;
const lookEveryMs = 1_000;
/** After a destination could not be followed. */
const pauseMs = 15_000;
const tidyEveryMs = 60_000;
const stopWithinMs = 5_000;

/** Tells destinations of changes, each at its own pace, until it is stopped. Any number of workers may share a database. */
export async function startWebhookWorker(options: WebhookWorkerOptions): Promise<WebhookWorker> {
  const { database, destinations, logger, timeoutMs = usualTimeoutMs, policy = deliveryJobs } = options;
  const { pool } = database;
  const stopping = new AbortController();
  const boss = await openJobQueues({
    databaseUrl: database.url,
    queues: destinations.map(({ name }) => queueOf(name)),
    policy,
    onError: (err) => logger.warn({ err }, 'the job queue of webhooks failed; retrying'),
  });
  const context = { pool, logger, timeoutMs, stopping: stopping.signal };
  for (const destination of destinations) {
    await boss.work(queueOf(destination.name), workOptions, async ([job]: JobWithMetadata<DeliveryJob>[]) => {
      if (job !== undefined) await runDelivery(context, destination, job);
    });
  }
  const following = destinations.map((destination) =>
    follow({ ...options, boss, stopping: stopping.signal }, destination),
  );
  return {
    stop: async () => {
      stopping.abort(new Error('the worker was stopped'));
      await Promise.all(following);
      await boss.stop({ timeout: stopWithinMs });
    },
  };
}

interface Following extends WebhookWorkerOptions {
  readonly boss: PgBoss;
  readonly stopping: AbortSignal;
}

/** Follows the ledger for one destination, so that none waits for another. */
async function follow(following: Following, destination: WebhookDestination): Promise<void> {
  const { boss, database, logger, stopping } = following;
  const { name } = destination;
  let tidyAt = 0;
  while (!stopping.aborted) {
    let pause = lookEveryMs;
    try {
      const hasMore = await followDestination(following, destination);
      await queueDeliveries(boss, database.pool, name);
      if (performance.now() >= tidyAt) {
        await settleAbandoned(boss, database.pool, name);
        await forgetOld(database.pool);
        tidyAt = performance.now() + tidyEveryMs;
      }
      if (hasMore) pause = 0;
    } catch (err) {
      if (stopping.aborted) return;
      logger.warn({ err, webhook: name }, 'a destination of webhooks cannot be told of changes; retrying');
      await noteProblem(following, name, err).catch(() => {});
      pause = pauseMs;
    }
    await delay(pause, undefined, { signal: stopping }).catch(() => {});
  }
}
