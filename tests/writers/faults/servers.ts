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
  /** Ends it in order, for good. */
  stop(): Promise<void>;
}

const pauseMs = 50;

/** Keeps a server running. One that ends by itself, once it answered, is counted as wrong. */
export function keepServer(env: Readonly<Record<string, string>>, tally: Tally): KeptServer {
  let child: Child | null = null;
  let api: string | null = null;
  let killed = false;
  let stopping = false;

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
    if (!killed && !stopping) {
      if (api === null) tally.count(`server did not start: ${stderr.trim().split('\n')[0]}`);
      else tally.wrong.push(`a server that nobody killed ended with ${started.exitCode}: ${stderr}`);
    }
    api = null;
  };
  const running = (async () => {
    while (!stopping) {
      await runOnce();
      if (!stopping) await delay(pauseMs);
    }
  })();

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
    async stop() {
      stopping = true;
      child?.kill('SIGTERM');
      await running;
    },
  };
}
