import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { startConcord } from '../../cli/run-concord.ts';
import type { PlannedImport } from './import-plan.ts';
import type { Tally } from './tally.ts';

/** `concord import stances`, again and again. */
export interface Importer {
  /** Every version that was taken; the process said so. */
  readonly done: readonly PlannedImport[];
  /** False when none runs at the moment. */
  kill(): boolean;
  /** Ends when the version at hand is taken. */
  stop(): Promise<void>;
}

const pauseMs = 50;

/** Imports a file, version after version; each until it is taken, however often the process is killed or fails. */
export function startImporter(
  folder: string,
  env: Readonly<Record<string, string>>,
  next: () => PlannedImport,
  tally: Tally,
  over: AbortSignal,
): Importer {
  const done: PlannedImport[] = [];
  const file = join(folder, 'desk.yaml');
  let child: ReturnType<typeof startConcord> | null = null;
  let killed = false;
  let stopping = false;

  const isTaken = async (message: string): Promise<boolean> => {
    const about = ['--source', 'desk', '--author', 'desk', '--message', message];
    const started = startConcord(['import', 'stances', file, '--complete', '--json', ...about], env);
    child = started;
    killed = false;
    const [stdout, stderr, [code]] = await Promise.all([
      text(started.stdout),
      text(started.stderr),
      once(started, 'close'),
    ]);
    child = null;
    if (stdout.includes('REFUSED')) tally.wrong.push(`${message} was refused: ${stderr}`);
    if (code !== 0 && !killed && !over.aborted) tally.count(`import did not end: ${stderr.trim().split('\n')[0]}`);
    return code === 0;
  };
  const running = (async () => {
    while (!stopping && !over.aborted) {
      const version = next();
      await writeFile(file, version.text);
      while (!(await isTaken(version.message))) {
        if (over.aborted) return;
        await delay(pauseMs);
      }
      done.push(version);
      tally.count('imports done');
    }
  })();
  over.addEventListener('abort', () => child?.kill('SIGKILL'));

  return {
    done,
    kill() {
      if (child === null || killed) return false;
      killed = true;
      return child.kill('SIGKILL');
    },
    async stop() {
      stopping = true;
      await running;
    },
  };
}
