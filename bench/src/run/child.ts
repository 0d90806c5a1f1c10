import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The root of the project, where its commands run. */
export const project = fileURLToPath(new URL('../../..', import.meta.url));

/** Concord's command line, to be given to Node. */
export const concordMain = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));

type Environment = Readonly<Record<string, string>>;

/** A Node process of its own with what a server would have: no colours, its log thrown away but written. */
export function startNode(args: readonly string[], environment: Environment): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: project,
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts a server that tells its address in one line of JSON, lets `use` talk to it, and stops it, whatever happens. A child that told it has a pid. */
export async function withServer<T>(
  args: readonly string[],
  environment: Environment,
  use: (api: string, pid: number) => Promise<T>,
): Promise<T> {
  const child = startNode(args, environment);
  const errors: string[] = [];
  child.stderr?.on('data', (data: Buffer) => errors.push(data.toString().slice(0, 10_000)));
  const exited = once(child, 'exit').then(() => {
    throw new Error(`${args.join(' ')} stopped:\n${errors.slice(-5).join('')}`);
  });
  exited.catch(() => {});
  try {
    return await Promise.race([exited, addressOf(child).then((api) => use(api, child.pid as number))]);
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null) await exited.catch(() => {});
  }
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('a server has a standard output');
  for await (const line of createInterface({ input: stdout })) {
    const { api } = JSON.parse(line) as { readonly api: string };
    return api;
  }
  return new Promise(() => {}); // it stopped, and its exit is told elsewhere
}
