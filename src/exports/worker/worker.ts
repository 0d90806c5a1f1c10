import { setTimeout as delay } from 'node:timers/promises';
import type { AttachableClock, JobWithMetadata } from 'pg-boss';
import type { ExportDestination } from '#config/export-destinations.ts';
import type { ExportDefinitionModel } from '#postgres/generated/models.ts';
import { openJobQueues } from '#postgres/job-queues.ts';
import type { Database } from '#postgres/open-database.ts';
import { ExportError } from '../export-error.ts';
import type { Source } from '../source/source.ts';
import { currentTime } from './due-runs.ts';
import { followDefinitions } from './follow-definitions.ts';
import { type ExportJob, exportJobs, queueOf } from './jobs.ts';
import type { Logger } from './logger.ts';
import { runJob } from './run-job.ts';

export interface WorkerOptions {
  readonly database: Database;
  /** The sources that can be exported at the moment. */
  readonly sources: () => Promise<readonly Source[]>;
  readonly destinations: readonly ExportDestination[];
  readonly logger: Logger;
  /** For tests. */
  readonly clock?: AttachableClock;
}

export interface Worker {
  /** Aborts the current run, which another worker or the next start resumes; waits for the cleanup. */
  stop(): Promise<void>;
}

const workOptions = { includeMetadata: true, pollingIntervalSeconds: 1 } as const;
const lookEveryMs = 2_000;
const stopWithinMs = 5_000;

/**
 * Runs exports as they are due or asked for, until it is stopped: those to its destinations, at each one after another. Any number of
 * workers may share a database.
 */
export async function startWorker({ clock, ...context }: WorkerOptions): Promise<Worker> {
  const { database, logger } = context;
  const stopping = new AbortController();
  const destinations = context.destinations.map(({ name }) => name);
  const boss = await openJobQueues({
    databaseUrl: database.url,
    queues: destinations.map(queueOf),
    policy: exportJobs,
    onError: (err) => logger.warn({ err }, 'the job queue of exports failed; retrying'),
    clock,
  });
  for (const destination of destinations) {
    await boss.work(queueOf(destination), workOptions, async ([job]: JobWithMetadata<ExportJob>[]) => {
      if (job !== undefined) await runJob({ ...context, stopping: stopping.signal }, { destination, job });
    });
  }
  const unreadable = new Set<string>();
  const following = follow();

  async function follow(): Promise<void> {
    while (!stopping.signal.aborted) {
      await followOnce().catch((err) => logger.warn({ err }, 'the definitions of exports cannot be read; retrying'));
      await delay(lookEveryMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  async function followOnce(): Promise<void> {
    const now = clock === undefined ? await currentTime(database) : new Date(clock.now());
    await followDefinitions(boss, { database, destinations, now, onUnreadable });
  }

  function onUnreadable({ name, schedule, zone }: ExportDefinitionModel): void {
    if (unreadable.has(name)) return;
    unreadable.add(name);
    logger.warn({ export: name, schedule, zone }, 'an export has a schedule that is not taken any more; amend it');
  }

  return {
    stop: async () => {
      stopping.abort(new ExportError('WORKER_STOPPED', 'The worker was stopped; another will continue the run.'));
      await following;
      await boss.stop({ timeout: stopWithinMs });
    },
  };
}
