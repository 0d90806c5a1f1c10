import { open } from 'node:fs/promises';
import { clusterExists } from './cluster.ts';
import { choosePort, isFree } from './free-port.ts';
import { initCluster } from './init-cluster.ts';
import { handOverTree } from './ownership.ts';
import { readPassword } from './read-password.ts';
import { reasonIn } from './reason-in.ts';
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
