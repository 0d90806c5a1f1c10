import { statfs } from 'node:fs/promises';
import type { Cluster } from './cluster.ts';
import { EmbeddedError } from './embedded-error.ts';

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
