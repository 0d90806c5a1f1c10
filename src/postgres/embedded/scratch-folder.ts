import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type EmbeddedOptions, type EmbeddedServer, openEmbeddedServer } from './open-embedded-server.ts';
import { processExists } from './postmaster.ts';

const prefix = 'concord-scratch-';
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Makes a temporary folder that goes with this process, servers that run in it included: when it is removed, when the process ends or
 * is interrupted, and after kill -9 by the next process that makes one there.
 */
export function makeScratchFolder(parent: string = tmpdir()): { readonly path: string; remove(): void } {
  removeAbandoned(parent);
  const path = mkdtempSync(join(parent, `${prefix}${process.pid}-`));
  const remove = () => removeScratchFolder(path);
  process.once('exit', remove);
  for (const [signal, code] of Object.entries(exitCodes)) process.once(signal, () => process.exit(code));
  return { path, remove };
}

function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (name.startsWith(prefix) && !processExists(pid)) removeScratchFolder(join(parent, name));
  }
}

const memory = '/dev/shm';
/** What the tests need there, several times over. */
const amplyBytes = 4 * 2 ** 30;

/**
 * The folder for temporary files in memory, where creating and dropping a database takes a fifth of the time that it takes on a disk; that for all
 * temporary files where there is none, where it is small, or when TMPDIR names one.
 */
export function fastestTmpdir(): string {
  if (process.env.TMPDIR || process.availableMemory() < amplyBytes) return tmpdir();
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize < amplyBytes ? tmpdir() : memory;
  } catch {
    return tmpdir();
  }
}

function removeScratchFolder(path: string): void {
  // What fails is gone already, or another user's.
  attempt(() => {
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' });
    for (const file of files) if (file.endsWith('postmaster.pid')) attempt(() => killServer(join(path, file)));
  });
  attempt(() => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
}

function killServer(pidFile: string): void {
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  // The number may be another's by now; a server works in its data folder.
  const isServer = process.platform !== 'linux' || readlinkSync(`/proc/${pid}/cwd`) === dirname(pidFile);
  if (isServer) process.kill(pid, 'SIGKILL');
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {}
}

// Nothing on it is worth a disk write, nor room for what happened long ago.
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_wal_size: '256MB',
  max_connections: '300',
};

/**
 * Starts an embedded server of one's own in a temporary folder, fast instead of durable, for tests and for writing migrations. It goes
 * with its data when it is closed or this process ends.
 */
export async function openThrowAwayServer(options: Pick<EmbeddedOptions, 'binaries'> = {}): Promise<EmbeddedServer> {
  const folder = makeScratchFolder(fastestTmpdir());
  const { url, close } = await openEmbeddedServer({ ...options, dataDirectory: folder.path, settings });
  return { url, close: () => close().finally(folder.remove) };
}
