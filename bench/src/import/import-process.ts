import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setInterval } from 'node:timers';
import { importArguments } from '../ledger/unga.ts';
import { startNode } from '../run/child.ts';

export interface ImportRun {
  readonly milliseconds: number;
  /** Most memory that the process ever had in use, in bytes; null where /proc does not tell. */
  readonly peakBytes: number | null;
}

const lookEveryMs = 50;

/** Runs `concord import unga` as users do, in a process of its own. */
export async function runImport(url: string, folder: string): Promise<ImportRun> {
  const start = performance.now();
  const child = startNode(importArguments(folder), { DATABASE_URL: url });
  let errors = '';
  child.stdout?.resume();
  child.stderr?.on('data', (data: Buffer) => {
    errors = (errors + data).slice(-2_000);
  });
  let peakBytes: number | null = null;
  const watch = setInterval(() => {
    peakBytes = peakOf(child.pid) ?? peakBytes;
  }, lookEveryMs);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  if (code !== 0) throw new Error(`the import failed: ${errors}`);
  return { milliseconds: performance.now() - start, peakBytes };
}

/** Linux keeps the high-water mark of each process. */
function peakOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
