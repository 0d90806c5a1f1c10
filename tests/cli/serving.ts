import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { startConcord } from './run-concord.ts';

/** A `concord serve` of one test; killed when the test ends before it. */
export async function startServing(env: Readonly<Record<string, string>>) {
  const child = startConcord(['serve', '--json'], { PORT: '0', LOG_LEVEL: 'silent', ...env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const stderr = text(child.stderr);
  const exit = once(child, 'close').then(([code]) => code as number | null);
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), exit.then((code) => [code])]);
  if (typeof line !== 'string') throw new Error(await stderr);
  const { api } = JSON.parse(line) as { api: string };
  return { api, port: new URL(api).port, child, exit, stderr };
}
