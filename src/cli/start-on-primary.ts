import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '#postgres/open-database.ts';

const lookEveryMs = 5_000;

/** What works in the background until it is stopped. */
interface Worker {
  stop(): Promise<void>;
}

interface Starting {
  /** Null when there is nothing to do. */
  readonly start: () => Promise<Worker | null>;
  readonly onError: (error: unknown) => void;
}

/**
 * Starts a worker as soon as there is a primary database, which it needs for its queue. Where that is a standby it waits until it is promoted, and where
 * it is away until it is back.
 */
export function startOnPrimary(database: Database, { start, onError }: Starting): Worker {
  const stopping = new AbortController();
  const started = whenPrimary().catch((error) => {
    onError(error);
    return null;
  });

  async function whenPrimary(): Promise<Worker | null> {
    while (!(await isPrimary(database))) {
      await delay(lookEveryMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (stopping.signal.aborted) return null;
    }
    return start();
  }

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
