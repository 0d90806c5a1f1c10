import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterIn } from './cluster.ts';
import { type EmbeddedServer, openEmbeddedServer } from './open-embedded-server.ts';
import { processExists, runningPostmaster } from './postmaster.ts';

const prefix = 'concord-throw-away-';

// Nothing on it is worth a disk write.
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' };

/**
 * Starts an embedded server of one's own in a temporary folder, fast instead of durable, for tests and for writing migrations. Closing it
 * removes it; what a killed process left is removed by the next call.
 */
export async function openThrowAwayServer(): Promise<EmbeddedServer> {
  await removeAbandoned();
  const dataDirectory = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  const remove = () => rm(dataDirectory, { recursive: true, force: true });
  try {
    const { url, close } = await openEmbeddedServer({ dataDirectory, settings });
    return { url, close: () => close().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (!name.startsWith(prefix) || processExists(pid)) continue;
    const dataDirectory = join(tmpdir(), name);
    const postmaster = await runningPostmaster(clusterIn(dataDirectory));
    if (postmaster !== null) process.kill(postmaster.pid, 'SIGKILL');
    // Another user's, or its server is still going: whoever comes next removes it.
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}
