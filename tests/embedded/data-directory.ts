import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { clusterIn } from '#ledger/embedded/cluster.ts';
import { runningPostmaster } from '#ledger/embedded/postmaster.ts';

/** A data folder for one test; when it ends, the server that may still run there is killed and the folder removed. */
export async function makeDataDirectory(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-test-'));
  onTestFinished(async () => {
    const server = await runningPostmaster(clusterIn(folder));
    if (server !== null) process.kill(server.pid, 'SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

/** Process number of the server that runs in a data folder; null when none does. */
export async function serverPid(folder: string): Promise<number | null> {
  return (await runningPostmaster(clusterIn(folder)))?.pid ?? null;
}
