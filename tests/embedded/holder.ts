import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const program = fileURLToPath(new URL('hold-server.ts', import.meta.url));

/** Another process that uses the embedded server of a folder. */
export interface Holder {
  readonly process: ChildProcess;
  /** The address of the server; rejects when the process ends without having it. */
  readonly url: Promise<string>;
  /** Lets the process close the server and end; its exit code. */
  leave(): Promise<number>;
  /** Ends the process at once. */
  kill(): Promise<void>;
}

export function startHolder(dataDirectory: string): Holder {
  const child = spawn(process.execPath, [program, dataDirectory], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  const line = once(createInterface(child.stdout), 'line');
  const url = Promise.race([line, exit]).then(([first]) => {
    if (typeof first !== 'string') throw new Error(`The process ended with ${first}.`);
    return first;
  });
  // Not every test waits for it.
  url.catch(() => {});
  const kill = async () => {
    child.kill('SIGKILL');
    await exit;
  };
  onTestFinished(kill);
  return {
    process: child,
    url,
    kill,
    async leave() {
      child.stdin.end();
      const [code] = await exit;
      return code;
    },
  };
}
