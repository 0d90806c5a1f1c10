import { stat } from 'node:fs/promises';
import { findBinaries } from './binaries.ts';
import { clusterExists, clusterIn, databaseUrl, readPassword } from './cluster.ts';
import { asOurselves, chooseLauncher } from './launcher.ts';
import { requireNoClusterItself } from './open-embedded-server.ts';
import { findPostmaster } from './postmaster.ts';
import { programVersion, requireSameVersion } from './version.ts';

export interface EmbeddedState {
  /** Major version of the PostgreSQL programs. */
  readonly version: string;
  /** Whether the folder holds a ledger's server, running or not. */
  readonly made: boolean;
  /** Address of the running server, with its password; null when it does not run. */
  readonly url: string | null;
}

/**
 * Looks at the embedded server of a data folder without making, starting or joining it.
 * @throws EmbeddedError for what would keep it from starting; a system error when the folder is closed to this user
 */
export async function examineEmbedded(dataDirectory: string): Promise<EmbeddedState> {
  const binaries = await findBinaries();
  const cluster = clusterIn(dataDirectory);
  const version = await programVersion({ binaries, launcher: asOurselves });
  await requireNoClusterItself(cluster);
  const there = await stat(cluster.dataDirectory).catch(() => null);
  if (there === null) return { version, made: false, url: null };
  // Only tries ways of running the programs; the folder that it makes sure of is there.
  await chooseLauncher(binaries, cluster);
  if (!clusterExists(cluster)) return { version, made: false, url: null };
  await requireSameVersion({ cluster, binaries, launcher: asOurselves });
  const password = await readPassword(cluster);
  const postmaster = await findPostmaster(cluster);
  return { version, made: true, url: postmaster === null ? null : databaseUrl(postmaster.port, password) };
}
