import { mkdir } from 'node:fs/promises';
import { ownerOfData, unprivilegedAccount } from './accounts.ts';
import type { Binaries } from './binaries.ts';
import { type Cluster, clusterExists } from './cluster.ts';
import { EmbeddedError } from './embedded-error.ts';
import { asOurselves, asUser, asUserReachingAll, inNamespace, type Launcher } from './launcher.ts';

/**
 * The first way of running PostgreSQL that works on this machine and reaches both the programs and the data folder.
 * @throws EmbeddedError `NO_USER_TO_RUN_AS` when there is none.
 */
export async function chooseLauncher(binaries: Binaries, cluster: Cluster): Promise<Launcher> {
  if (process.platform === 'win32') return asOurselves;
  await mkdir(cluster.dataDirectory, { recursive: true });
  // initdb wants the user to have a name, which `id -un` tells; a server that exists runs without.
  const script = `"$1" --version && cd "$2"${clusterExists(cluster) ? '' : ' && id -un'}`;
  const failures: string[] = [];
  for (const launcher of await candidates(cluster)) {
    const probe = await launcher.run('/bin/sh', ['-c', script, 'sh', binaries.postgres, cluster.dataDirectory]);
    if (probe.ok) return launcher;
    failures.push(probe.output);
  }
  throw new EmbeddedError('NO_USER_TO_RUN_AS', sentence(), { cause: failures });
}

async function candidates(cluster: Cluster): Promise<Launcher[]> {
  const named = await unprivilegedAccount();
  if (process.getuid?.() !== 0) return [asOurselves, inNamespace(named)];
  const account = (await ownerOfData(cluster)) ?? named;
  return [asUser(account), asUserReachingAll(account), inNamespace(named)];
}

function sentence(): string {
  if (process.getuid?.() !== 0) {
    return 'PostgreSQL cannot be run by this user, who needs a name in /etc/passwd: run Concord as another user, or set DATABASE_URL to a server of your own.';
  }
  return 'PostgreSQL refuses to run as root, and no other user can reach this folder: run Concord as another user, move it to a folder that others can read, or set DATABASE_URL to a server of your own.';
}
