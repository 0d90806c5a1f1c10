import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { HeldConnections } from './held-connections.ts';

const attemptAfterMs = 200;
/** Another is begun beside one that takes longer: it may have been begun when a balancer led nowhere. */
const slowAttemptMs = 600;
/** So many at a time, beside those that hang: a database that has just come back has to open them all. */
const mostAttempts = 2;
const hangingMs = 1_500;

/** The attempts to reach a primary, for all who wait for it. */
interface Search {
  /** False: nobody waited any more. */
  readonly found: Promise<boolean>;
  waiting: number;
}

const searches = new WeakMap<Pool, Search>();

/**
 * Waits until an attempt to reach the primary of a pool has succeeded, for at most so long. Those who wait share the attempts: they are those of whoever came
 * first.
 */
export async function untilReached(pool: Pool, reaches: () => Promise<boolean>, leftMs: number): Promise<boolean> {
  const search = searches.get(pool) ?? beginSearch(pool, reaches);
  search.waiting++;
  try {
    return await Promise.race([search.found, delay(leftMs, false, { ref: false })]);
  } finally {
    search.waiting--;
  }
}

function beginSearch(pool: Pool, reaches: () => Promise<boolean>): Search {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  let isOver = false;
  const found = promise.finally(() => {
    isOver = true;
    searches.delete(pool);
  });
  const search: Search = { found, waiting: 0 };
  searches.set(pool, search);
  let underWay = 0;
  const attempt = async () => {
    underWay++;
    const attempted = HeldConnections.apart(reaches).then(
      (isThere) => isThere && resolve(true), // also when a later one is waited for
      () => {},
    );
    void Promise.race([attempted, delay(hangingMs, undefined, { ref: false })]).then(() => underWay--);
    await Promise.race([attempted, delay(slowAttemptMs, undefined, { ref: false })]);
  };
  const attempts = async () => {
    do {
      await delay(attemptAfterMs);
      if (underWay < mostAttempts) await attempt();
    } while (!isOver && search.waiting > 0);
    resolve(false);
  };
  void attempts();
  return search;
}
