import { fileURLToPath } from 'node:url';
import { residentBytes } from './resident-bytes.ts';

/** What Node is given before a server's own arguments, so that its memory can be settled. */
export const settling = ['--expose-gc', '--import', fileURLToPath(new URL('./collect-garbage.ts', import.meta.url))];

/** V8 gives back what it does not need only after some eight seconds. */
const rounds = 12;
const pauseMs = 1_000;

/** Resident memory of a process that was started with `settling`, in bytes, after its garbage was collected; null where /proc does not tell. */
export async function settledBytes(pid: number): Promise<number | null> {
  let least: number | null = null;
  for (let round = 0; round < rounds; round++) {
    process.kill(pid, 'SIGUSR2');
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const bytes = residentBytes(pid);
    if (bytes !== null && (least === null || bytes < least)) least = bytes;
  }
  return least;
}
