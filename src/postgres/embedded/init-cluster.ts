import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cluster, clusterExists, concord, passwordFileName } from './cluster.ts';
import { EmbeddedError } from './embedded-error.ts';
import { handOver } from './launcher.ts';
import { processExists } from './postmaster.ts';
import { reasonIn } from './run-program.ts';
import type { ServerSettings, ServerTools } from './server-tools.ts';
import { programVersion } from './version.ts';

const draftPrefix = 'postgres.init-';

/** Makes the cluster under another name and moves it to its place when it is complete, so that a killed run leaves no half. */
export async function initCluster(tools: ServerTools): Promise<void> {
  const { cluster, binaries, launcher, settings } = tools;
  await requirePlace(cluster);
  await removeAbandonedDrafts(cluster);
  const draft = join(cluster.dataDirectory, `${draftPrefix}${process.pid}-${randomBytes(4).toString('hex')}`);
  const passwordFile = `${draft}.password`;
  try {
    await mkdir(draft, { mode: 0o700 });
    await handOver(draft, launcher);
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await handOver(passwordFile, launcher);
    const args = initArguments(draft, passwordFile, await programVersion(tools), settings);
    const result = await launcher.run(binaries.initdb, args);
    if (!result.ok) throw await initFailed(cluster, result.output);
    await rename(passwordFile, join(draft, passwordFileName));
    await rename(draft, cluster.folder);
  } catch (error) {
    // Another process was first: its cluster is as good as ours.
    if (!clusterExists(cluster)) throw error;
  } finally {
    await Promise.all([draft, passwordFile].map((path) => rm(path, { recursive: true, force: true })));
  }
}

async function requirePlace(cluster: Cluster): Promise<void> {
  const entries = await readdir(cluster.folder).catch(() => []);
  if (entries.length === 0 || clusterExists(cluster)) return;
  const message = `${cluster.folder} is not empty and does not contain PostgreSQL data. Move its content, or set CONCORD_DATA_DIR to another folder.`;
  throw new EmbeddedError('DATA_UNUSABLE', message);
}

function initArguments(draft: string, passwordFile: string, version: string, settings: ServerSettings): string[] {
  const login = [`--username=${concord}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  // What is not to be durable need not reach the disk now.
  const sync = settings.fsync === 'off' ? ['--no-sync'] : [];
  return [`--pgdata=${draft}`, ...login, '--encoding=UTF8', ...locale(version), '--no-instructions', ...sync];
}

// The builtin provider, new in 17, sorts and folds the same on every machine, whatever its C library and ICU.
function locale(version: string): string[] {
  return Number(version) >= 17
    ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    : ['--locale=C.UTF-8'];
}

async function initFailed(cluster: Cluster, output: string): Promise<EmbeddedError> {
  const reason = reasonIn(output) ?? output.trim().split('\n').at(-1) ?? '';
  if (await lacksSpace(cluster, reason)) return noSpace(cluster);
  const message = `PostgreSQL could not create its data in ${cluster.folder}: ${reason}. Set CONCORD_DATA_DIR to another folder, or DATABASE_URL to your own server.`;
  return new EmbeddedError('INIT_FAILED', message, { cause: output });
}

async function removeAbandonedDrafts(cluster: Cluster): Promise<void> {
  const startedAt = Date.now() - process.uptime() * 1000;
  for (const name of await readdir(cluster.dataDirectory)) {
    if (!name.startsWith(draftPrefix)) continue;
    const path = join(cluster.dataDirectory, name);
    const pid = Number.parseInt(name.slice(draftPrefix.length), 10);
    // In a container the number of a killed process comes back, possibly as our own.
    const stats = await stat(path).catch(() => null);
    const abandoned = pid === process.pid ? stats !== null && stats.mtimeMs < startedAt : !processExists(pid);
    // An orphaned initdb may still be writing; then the next start removes it.
    if (abandoned) await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}

// The server writes whole files of its log of 16 MB; with less it may start and cannot go on.
const leastBytes = 1_000_000;

/** Whether a failure is for want of space: it says so, or could not even be written down. */
export async function lacksSpace(cluster: Cluster, reason: string): Promise<boolean> {
  if (/No space left|Disk quota exceeded|File too large/.test(reason)) return true;
  const bytes = await freeBytes(cluster.dataDirectory).catch(() => null);
  return bytes !== null && bytes < leastBytes;
}

/** Bytes that this user can still write to the disk of a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

export function noSpace({ dataDirectory }: Cluster, options?: ErrorOptions): EmbeddedError {
  const message = `There is no disk space left for the data in ${dataDirectory}. Free some, or set CONCORD_DATA_DIR to a folder on another disk.`;
  return new EmbeddedError('NO_SPACE', message, options);
}
