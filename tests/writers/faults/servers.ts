import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { startConcord } from '../../cli/run-concord.ts';
import type { Tally } from './tally.ts';

type Child = ReturnType<typeof startConcord>;

/** A `concord serve` that is started again whenever it ends. */
export interface KeptServer {
  /** Where it answers; null while it does not. */
  readonly api: string | null;
  /** Gives it no chance; false when there is none at the moment. */
  kill(): boolean;
}

const pauseMs = 50;

/** Keeps a server running until it is over. One that ends by itself, once it answered, is wrong. */
export function keepServer(env: Readonly<Record<string, string>>, tally: Tally, over: AbortSignal): KeptServer {
  let child: Child | null = null;
  let api: string | null = null;
  let killed = false;

  const runOnce = async () => {
    const started = startConcord(['serve', '--json'], { PORT: '0', LOG_LEVEL: 'silent', ...env });
    child = started;
    killed = false;
    const closed = once(started, 'close');
    createInterface(started.stdout).once('line', (line) => {
      api = JSON.parse(line).api;
      tally.count('server starts');
    });
    const [stderr] = await Promise.all([text(started.stderr), closed]);
    child = null;
    if (!killed && !over.aborted) {
      if (api === null) tally.count(`server did not start: ${stderr.trim().split('\n')[0]}`);
      else tally.wrong.push(`a server that nobody killed ended with ${started.exitCode}: ${stderr}`);
    }
    api = null;
  };
  const keep = async () => {
    while (!over.aborted) {
      await runOnce();
      await delay(pauseMs);
    }
  };
  void keep();
  over.addEventListener('abort', () => child?.kill('SIGKILL'));

  return {
    get api() {
      return api;
    },
    kill() {
      if (child === null || killed) return false;
      killed = true;
      api = null;
      return child.kill('SIGKILL');
    },
  };
}
