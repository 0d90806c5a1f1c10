import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Cluster, clusterExists, readPassword } from './cluster.ts';
import { initCluster } from './init-cluster.ts';
import { handOverTree } from './launcher.ts';
import { runningPostmaster } from './postmaster.ts';
import { reasonIn } from './run-program.ts';
import type { ServerSettings, ServerTools } from './server-tools.ts';
import { requireSameVersion } from './version.ts';

export type StartResult = { readonly started: true } | { readonly started: false; readonly reason: string };

/**
 * Starts the server as a daemon that outlives this process, making its data first where there is none. A failure is often only another
 * process that was faster; the caller finds out by looking again.
 */
export async function startServer(tools: ServerTools): Promise<StartResult> {
  if (!clusterExists(tools.cluster)) await initCluster(tools);
  return start(tools, () => choosePort(tools.cluster));
}

/** The same for data that are there, at a port that others know. */
export async function restartServer(tools: ServerTools, port: number): Promise<StartResult> {
  if (await isFree(port)) return start(tools, async () => port);
  return {
    started: false,
    reason: `another program is listening on port ${port} of 127.0.0.1, which the server used before`,
  };
}

async function start(tools: ServerTools, portOf: () => Promise<number>): Promise<StartResult> {
  const { cluster, binaries, launcher, settings } = tools;
  await requireSameVersion(tools);
  // Before anything of it is touched: a folder without our password is another's.
  await readPassword(cluster);
  await handOverTree(cluster.folder, launcher);
  const log = await open(cluster.logFile, 'a+', 0o600);
  try {
    if (launcher.owner !== null) await log.chown(launcher.owner.uid, launcher.owner.gid);
    const { size } = await log.stat();
    const options = serverOptions(await portOf(), settings);
    // The folder goes by environment because pg_ctl hands its arguments to a shell.
    const run = { log: log.fd, env: { PGDATA: cluster.folder } };
    const result = await launcher.run(binaries.pg_ctl, ['start', '-w', '-s', '-t', '100', '-o', options], run);
    if (result.ok) return { started: true };
    const { buffer, bytesRead } = await log.read({ position: size });
    return {
      started: false,
      reason: reasonIn(buffer.toString('utf8', 0, bytesRead)) ?? reasonIn(result.output) ?? result.output,
    };
  } finally {
    await log.close();
  }
}

// No Unix socket: nobody needs it, its path may be too long, and its lock file would be one more thing a crash leaves behind.
function serverOptions(port: number, settings: ServerSettings): string {
  const places = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  const log = { log_checkpoints: 'off', log_timezone: 'UTC' };
  const all = { ...places, ...log, timezone: 'UTC', ...settings };
  return [`-p ${port}`, ...Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`)].join(' ');
}

/** A port of 127.0.0.1 that nobody listens on: the one that the server had last, so that open pools find it again, or any. */
export async function choosePort(cluster: Cluster): Promise<number> {
  const lastOptions = await readFile(join(cluster.folder, 'postmaster.opts'), 'utf8').catch(() => '');
  const last = Number(/"-p" "(\d+)"/.exec(lastOptions)?.[1] ?? 0);
  return (await freePort(last)) ?? (await freePort(0)) ?? 0;
}

/** Whether nobody listens on a port of 127.0.0.1. */
export const isFree = async (port: number): Promise<boolean> => (await freePort(port)) !== null;

/** The port if it is free, for 0 any free one; null when it is taken. */
function freePort(port: number): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  const server = createServer();
  server.once('error', () => resolve(null));
  server.listen(port, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
  });
  return promise;
}

/** Stops the server with that process number, if it still is the one of the cluster; waits at most half a minute. */
export async function stopServer({ cluster, binaries, launcher }: ServerTools, pid: number): Promise<void> {
  const running = await runningPostmaster(cluster);
  if (running?.pid !== pid) return;
  await launcher.run(binaries.pg_ctl, ['stop', '-w', '-s', '-m', 'fast', '-t', '30'], {
    env: { PGDATA: cluster.folder },
  });
}

const firstPauseMs = 250;
const longestPauseMs = 30_000;

/**
 * Tries to get back to a server until it succeeds or is told to stop, then null. Pauses grow to half a minute; `tell` is told each time why it did
 * not succeed, and what is done about it.
 */
export async function untilBack<T>(
  attempt: () => Promise<T>,
  tell: (message: string) => void,
  stop: AbortSignal,
): Promise<T | null> {
  for (let pauseMs = firstPauseMs, failures = 0; !stop.aborted; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      const back = await attempt();
      if (failures > 0) tell('The embedded PostgreSQL server is running again.');
      return back;
    } catch (error) {
      failures++;
      const reason = error instanceof Error ? error.message : String(error);
      tell(
        `The embedded PostgreSQL server has stopped and could not be restarted: ${reason} Retrying in ${pauseMs / 1000} s.`,
      );
      await delay(pauseMs, undefined, { signal: stop }).catch(() => {});
    }
  }
  return null;
}
