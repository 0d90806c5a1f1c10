import { chown, lchown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Launcher } from './launcher.ts';

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
