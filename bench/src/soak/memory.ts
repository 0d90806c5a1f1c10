import { setInterval } from 'node:timers';
import { residentBytes } from '../run/resident-bytes.ts';

const lookEveryMs = 1_000;

/** Watches how much memory a process has in use, in bytes, once a second. */
export function watchMemory(pid: number): { stop(): number[] } {
  const seen: number[] = [];
  const watch = setInterval(() => {
    const bytes = residentBytes(pid);
    if (bytes !== null) seen.push(bytes);
  }, lookEveryMs);
  return {
    stop() {
      clearInterval(watch);
      return seen;
    },
  };
}
