import { mkdir } from 'node:fs/promises';
import { ownerOfData, unprivilegedAccount } from './accounts.ts';
import type { Binaries } from './binaries.ts';
import { type Cluster, clusterExists } from './cluster.ts';
import { EmbeddedError } from './embedded-error.ts';
import { asOurselves, asUser, asUserReachingAll, inNamespace, type Launcher } from './launcher.ts';

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
