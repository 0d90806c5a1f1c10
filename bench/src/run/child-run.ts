import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setInterval } from 'node:timers';
import { startNode } from './child.ts';

export interface ChildRun {
  readonly milliseconds: number;
  /** Most memory that the process ever had in use, in bytes; null where /proc does not tell. */
  readonly peakBytes: number | null;
}

const lookEveryMs = 50;

/** Runs a command of Concord as users do, in a process of its own. */
export async function runChild(args: readonly string[], url: string): Promise<ChildRun> {
  const start = performance.now();
  const child = startNode(args, { DATABASE_URL: url });
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
  if (code !== 0) throw new Error(`${args.slice(1, 3).join(' ')} failed: ${errors}`);
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
