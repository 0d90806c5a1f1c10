import { chown, lchown, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { type Cluster, clusterExists } from './cluster.ts';
import { EmbeddedError } from './embedded-error.ts';
import { type ProgramResult, type RunOptions, runProgram } from './run-program.ts';

/** A way of running the programs of PostgreSQL, which refuse to run as root. */
export interface Launcher {
  /** Whom the files of the server must belong to; null = whoever runs this process. */
  readonly owner: Account | null;
  run(program: string, args: readonly string[], options?: RunOptions): Promise<ProgramResult>;
}

/** As the user that runs this process. */
export const asOurselves: Launcher = { owner: null, run: runProgram };

/** As another user, who must be able to reach the programs and the data. */
export const asUser = (account: Account): Launcher => ({
  owner: account,
  run: (program, args, options) => runProgram(program, args, { ...options, user: account }),
});

/** As another user who may read and write everywhere: for a clone in a folder that is closed to others, such as /root. */
export const asUserReachingAll = (account: Account): Launcher => ({
  owner: account,
  run: (program, args, options) => {
    const ids = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
    const capabilities = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
    // Otherwise access(2), by which PostgreSQL looks for its programs, leaves the capability out for users other than root.
    capabilities.push('--securebits=+no_setuid_fixup');
    return runProgram('setpriv', [...ids, ...capabilities, program, ...args], options);
  },
});

/** As ourselves under another account's name, in a user namespace: the files stay ours. */
export const inNamespace = (account: Account): Launcher => ({
  owner: null,
  run: (program, args, options) => {
    const ids = [`--map-user=${account.uid}`, `--map-group=${account.gid}`];
    return runProgram('unshare', ['--user', ...ids, program, ...args], options);
  },
});

// With --show, initdb makes nothing, but finds its other files and asks for the user's name as it would.
const tryOut =
  'cd "$2" 2>/dev/null || { echo "it cannot reach $2"; exit 1; }; "$1" --show --pgdata="$2" --username=concord --locale=C';

// The only thing that initdb needs and the server does not.
const nameless = 'could not look up effective user ID';

/**
 * The first way of running PostgreSQL that works on this machine and reaches both the programs and the data folder.
 * @throws EmbeddedError `NO_USER_TO_RUN_AS` when there is none.
 */
export async function chooseLauncher(binaries: Binaries, cluster: Cluster): Promise<Launcher> {
  if (process.platform === 'win32') return asOurselves;
  await mkdir(cluster.dataDirectory, { recursive: true });
  const failures: string[] = [];
  for (const launcher of await candidates(cluster)) {
    const probe = await launcher.run('/bin/sh', ['-c', tryOut, 'sh', binaries.initdb, cluster.dataDirectory]);
    if (probe.ok || (probe.output.includes(nameless) && clusterExists(cluster))) return launcher;
    failures.push(probe.output);
  }
  throw new EmbeddedError('NO_USER_TO_RUN_AS', sentence(failures), { cause: failures });
}

async function candidates(cluster: Cluster): Promise<Launcher[]> {
  const named = await unprivilegedAccount();
  if (process.getuid?.() !== 0) return [asOurselves, inNamespace(named)];
  const account = (await ownerOfData(cluster)) ?? named;
  return [asUser(account), asUserReachingAll(account), inNamespace(named)];
}

function sentence(failures: readonly string[]): string {
  const reason = failures[0]?.split('\n').at(-1);
  const server = 'or set DATABASE_URL to your own server';
  return process.getuid?.() === 0
    ? `PostgreSQL refuses to run as root, and cannot run as another user here (${reason}). Move Concord to a folder that other users can read, run Concord as another user, ${server}.`
    : `PostgreSQL cannot run as this user (${reason}). Run Concord as another user, ${server}.`;
}

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const nobody: Account = { uid: 65534, gid: 65534 };

/** An account without rights that has a name, which initdb insists on: `postgres`, else `nobody`. */
export async function unprivilegedAccount(): Promise<Account> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const rows = passwd.split('\n').map((line) => line.split(':'));
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody');
  const account = { uid: Number(row?.[2]), gid: Number(row?.[3]) };
  return account.uid > 0 && account.gid > 0 ? account : nobody;
}

/** Whom the data belongs to, unless that is root: the server of a user's data runs as that user, whoever starts it. */
export async function ownerOfData(cluster: Cluster): Promise<Account | null> {
  for (const folder of [cluster.folder, cluster.dataDirectory]) {
    const stats = await stat(folder).catch(() => null);
    if (stats !== null && stats.uid !== 0) return { uid: stats.uid, gid: stats.gid };
  }
  return null;
}

const isRoot = (): boolean => process.getuid?.() === 0;

/** Hands a file or an empty folder that we made to the user that runs the server. */
export async function handOver(path: string, launcher: Launcher): Promise<void> {
  if (launcher.owner !== null) await chown(path, launcher.owner.uid, launcher.owner.gid);
}

/**
 * Hands a whole data folder to the user that runs the server, if it belongs to another: root copied it, or it was made where another
 * way of running worked. Only root can; for others nothing happens. No server may be running on it.
 */
export async function handOverTree(folder: string, launcher: Launcher): Promise<void> {
  const owner = launcher.owner ?? { uid: 0, gid: 0 };
  if (!isRoot() || (await stat(folder)).uid === owner.uid) return;
  const entries = await readdir(folder, { recursive: true });
  for (const entry of entries) await lchown(join(folder, entry), owner.uid, owner.gid);
  // Last, so that a killed run does it again.
  await chown(folder, owner.uid, owner.gid);
}
