import { setTimeout as delay } from 'node:timers/promises';

/** Tries until something is so. */
export async function until(what: string, isSo: () => Promise<boolean>, patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs;
  for (;;) {
    if (await isSo().catch(() => false)) return;
    if (performance.now() > end) throw new Error(`not within ${patienceMs / 1000} s: ${what}`);
    await delay(200);
  }
}
