import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '#config/read-config.ts';
import type { Worker } from '#exports/worker/worker.ts';
import type { Database } from '#postgres/open-database.ts';

const lookEveryMs = 5_000;

/**
 * Starts the worker that runs exports as soon as there is a primary database: it needs one for its queue. Where that is a standby it waits until it is
 * promoted, and where it is away until it is back.
 */
export function startExportWorkerOnPrimary(database: Database, logger: Logger, config: Config): Worker {
  const stopping = new AbortController();
  const starting = start();

  async function start(): Promise<Worker | null> {
    while (!(await isPrimary(database))) {
      await delay(lookEveryMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (stopping.signal.aborted) return null;
    }
    // Loaded here, so that a server does not wait for the job queue.
    const { startExportWorker } = await import('./export-worker.ts');
    return startExportWorker(database, logger, config);
  }

  const started = starting.catch((err) => {
    // Without the right to create the schema of the jobs, queries still work.
    logger.error({ err }, 'the export worker cannot start; exports will not run');
    return null;
  });
  return {
    async stop() {
      stopping.abort();
      await (await started)?.stop();
    },
  };
}

const isPrimary = (database: Database): Promise<boolean> =>
  database.look().then(
    () => !database.isStandby(),
    () => false,
  );
