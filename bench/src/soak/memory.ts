import { readFileSync } from 'node:fs';
import { setInterval } from 'node:timers';

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

/** Null where /proc does not tell. */
function residentBytes(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
