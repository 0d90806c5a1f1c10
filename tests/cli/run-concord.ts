import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The program of the command line. */
export const concordFile = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command line as its own process; what it shares with ours is where programs are found. A server has one thread unless a test is about more. */
export function startConcord(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, [concordFile, ...args], {
    env: { PATH: process.env.PATH, CONCORD_THREADS: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the command line to its end. */
export async function runConcord(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Run> {
  const child = startConcord(args, env);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, stdout, stderr };
}
