import { type FileHandle, open, readFile, readlink, realpath } from 'node:fs/promises';
import type { Cluster } from './cluster.ts';
import { runProgram } from './run-program.ts';

/** The server process of a cluster, as its postmaster.pid tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

// Larger than any process number of any system.
const nobodysPid = 2_147_483_647;

/** Whether a process of that number exists that this user may signal, as it may the server of its own data. */
export function processExists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * The server that runs on the cluster, starting and stopping included; null when none does.
 *
 * After a crash the number in postmaster.pid may meanwhile belong to another process of the same user, above all in a container, and
 * PostgreSQL would then refuse to start. Such a number is overwritten with one that cannot exist; the rest of the file stays, because
 * PostgreSQL learns from it whether orphaned backends still use the data.
 */
export async function runningPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  const file = await open(cluster.pidFile, 'r+').catch(() => null);
  if (file === null) return null;
  try {
    const lines = (await file.readFile('utf8')).split('\n');
    const postmaster = aliveIn(lines);
    if (postmaster === null) return null;
    if (await runsElsewhere(postmaster.pid, cluster)) {
      await disown(file, lines);
      return null;
    }
    return postmaster;
  } finally {
    await file.close();
  }
}

/** The same for who only looks: the file stays as it is. */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  const text = await readFile(cluster.pidFile, 'utf8').catch(() => '');
  const postmaster = aliveIn(text.split('\n'));
  return postmaster === null || (await runsElsewhere(postmaster.pid, cluster)) ? null : postmaster;
}

function aliveIn(lines: readonly string[]): Postmaster | null {
  const postmaster = { pid: Number(lines[0]), port: Number(lines[3] ?? 0) };
  return postmaster.pid > 0 && processExists(postmaster.pid) ? postmaster : null;
}

/** True when the process certainly is not the server of this cluster, whose working folder is its data folder. */
async function runsElsewhere(pid: number, cluster: Cluster): Promise<boolean> {
  if (process.platform === 'linux') {
    // A killed process that nobody reaps, as in a container without init, has a number but no working folder.
    const workingFolder = await readlink(`/proc/${pid}/cwd`).catch((error) =>
      error.code === 'ENOENT' ? 'none' : null,
    );
    return workingFolder !== null && workingFolder !== (await realpath(cluster.folder));
  }
  const { ok, output } = await runProgram('ps', ['-p', String(pid), '-o', 'comm=']);
  return ok && !output.includes('postgres');
}

// Written through the handle: a server that starts meanwhile makes a new file, which this does not touch.
async function disown(file: FileHandle, lines: string[]): Promise<void> {
  const text = [String(nobodysPid), ...lines.slice(1)].join('\n');
  await file.write(text, 0, 'utf8');
  await file.truncate(Buffer.byteLength(text));
}
