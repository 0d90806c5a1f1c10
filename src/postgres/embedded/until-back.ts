import { setTimeout as delay } from 'node:timers/promises';

const firstPauseMs = 250;
const longestPauseMs = 30_000;

/**
 * Tries to get back to a server until it succeeds or is told to stop, then null. Pauses grow to half a minute; `tell` is told each time why it did
 * not succeed, and what is done about it.
 */
export async function untilBack<T>(
  attempt: () => Promise<T>,
  tell: (message: string) => void,
  stop: AbortSignal,
): Promise<T | null> {
  for (let pauseMs = firstPauseMs, failures = 0; !stop.aborted; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      const back = await attempt();
      if (failures > 0) tell('The embedded PostgreSQL server is running again.');
      return back;
    } catch (error) {
      failures++;
      const reason = error instanceof Error ? error.message : String(error);
      tell(
        `The embedded PostgreSQL server has stopped and could not be restarted: ${reason} Retrying in ${pauseMs / 1000} s.`,
      );
      await delay(pauseMs, undefined, { signal: stop }).catch(() => {});
    }
  }
  return null;
}
