import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { clusterIn } from '#postgres/embedded/cluster.ts';
import { runningPostmaster } from '#postgres/embedded/postmaster.ts';

/** A data folder for one test; the server that may still run there when it ends is killed. */
export async function makeDataDirectory(): Promise<string> {
  const folder = await mkdtemp(join(inject('scratch'), 'data-'));
  onTestFinished(async () => {
    const server = await runningPostmaster(clusterIn(folder));
    if (server !== null) process.kill(server.pid, 'SIGKILL');
  });
  return folder;
}

/** Process number of the server that runs in a data folder; null when none does. */
export async function serverPid(folder: string): Promise<number | null> {
  return (await runningPostmaster(clusterIn(folder)))?.pid ?? null;
}
