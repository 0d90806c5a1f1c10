import { setTimeout as delay } from 'node:timers/promises';
import type { AttachableClock, JobWithMetadata } from 'pg-boss';
import type { ExportDestination } from '#config/export-destinations.ts';
import type { Database } from '#postgres/open-database.ts';
import { ExportError } from '../export-error.ts';
import type { Source } from '../source/source.ts';
import { followDefinitions } from './follow-definitions.ts';
import { type ExportJob, openJobs, queue } from './jobs.ts';
import type { Logger } from './logger.ts';
import { runJob } from './run-job.ts';

export interface WorkerOptions {
  readonly database: Database;
  /** What can be exported at the moment. */
  readonly sources: () => Promise<readonly Source[]>;
  readonly destinations: readonly ExportDestination[];
  readonly logger: Logger;
  /** For tests. */
  readonly clock?: AttachableClock;
}

export interface Worker {
  /** Cuts a run short, which another worker, or the next start, takes up again; waits until all is put away. */
  stop(): Promise<void>;
}

const workOptions = { includeMetadata: true, pollingIntervalSeconds: 1 } as const;
const lookEveryMs = 2_000;
const stopWithinMs = 5_000;

/** Runs exports as they are due or asked for, until it is stopped. Any number of workers may share a database. */
export async function startWorker({ clock, ...context }: WorkerOptions): Promise<Worker> {
  const { database, logger } = context;
  const stopping = new AbortController();
  const boss = await openJobs({
    databaseUrl: database.url,
    onError: (err) => logger.warn({ err }, 'the job queue of exports failed; retrying'),
    ...(clock && { clock }),
  });
  await boss.work(queue, workOptions, async ([job]: JobWithMetadata<ExportJob>[]) => {
    if (job !== undefined) await runJob({ ...context, stopping: stopping.signal }, job);
  });
  const following = follow();

  async function follow(): Promise<void> {
    while (!stopping.signal.aborted) {
      await followDefinitions(boss, database.prisma).catch((err) =>
        logger.warn({ err }, 'the definitions of exports cannot be read; retrying'),
      );
      await delay(lookEveryMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  return {
    stop: async () => {
      stopping.abort(new ExportError('WORKER_STOPPED', 'The worker was stopped; another will continue the run.'));
      await following;
      await boss.stop({ timeout: stopWithinMs });
    },
  };
}
