import { spawn } from 'node:child_process';

export interface RunOptions {
  /** Run as this user; only root may ask for it. */
  readonly user?: { readonly uid: number; readonly gid: number };
  readonly env?: Readonly<Record<string, string>>;
  /** File descriptor that takes the output instead of `output`. */
  readonly log?: number;
}

export interface ProgramResult {
  readonly ok: boolean;
  /** What it printed to both streams; or why it could not be run. */
  readonly output: string;
}

/** Runs a program to its end; never rejects. Settings of the caller's own PostgreSQL (PGPORT, …) do not reach it. */
export function runProgram(file: string, args: readonly string[], options: RunOptions = {}): Promise<ProgramResult> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  const sink = options.log ?? 'pipe';
  const child = spawn(file, args, {
    // Where we are may be out of reach for the user that it runs as.
    cwd: '/',
    env: { ...Object.fromEntries(inherited), LC_ALL: 'C', ...options.env },
    stdio: ['ignore', sink, sink],
    // A Ctrl-C on the terminal is for us; we see to the rest.
    detached: true,
    ...options.user,
  });
  const { promise, resolve } = Promise.withResolvers<ProgramResult>();
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  child.on('error', (error) => resolve({ ok: false, output: error.message }));
  child.on('close', (code) => resolve({ ok: code === 0, output: output.trim() }));
  return promise;
}

/** The last thing that a program of PostgreSQL complains about in its output or log; undefined when it does not complain. */
export const reasonIn = (output: string): string | undefined =>
  [...output.matchAll(/(?:FATAL|PANIC|error): *(.*)/g)].at(-1)?.[1];
