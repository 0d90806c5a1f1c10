import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Binaries, findBinaries } from './binaries.ts';
import { type Cluster, clusterIn, databaseUrl } from './cluster.ts';
import { EmbeddedError } from './embedded-error.ts';
import { type Entry, enterServer, enterServerAgain } from './enter-server.ts';
import { noSpace } from './init-cluster.ts';
import { chooseLauncher } from './launcher.ts';
import type { ServerSettings } from './server-tools.ts';
import { stopServer, untilBack } from './start-server.ts';

export interface EmbeddedServer {
  /** Address of the database `concord`, with its password. */
  readonly url: string;
  /** Leaves the server; the last process to leave stops it. Close connections first: they would be cut. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The data folder of Concord; made if it is not there. */
  readonly dataDirectory: string;
  /** Settings for a server that this call starts. */
  readonly settings?: ServerSettings;
  /** Programs of another PostgreSQL than the one that npm installed. */
  readonly binaries?: Binaries;
  /** Is told, in a sentence, when the server is gone, why it cannot be started again each time that is tried, and when it is back. */
  readonly tell?: (message: string) => void;
}

/**
 * Starts the embedded PostgreSQL server of a data folder, or joins the one that runs there already. It is a daemon of its own: it
 * outlives a killed process, and the next one joins it. A server that dies while this process uses it is started again, at the same address, however
 * long it takes until it can be.
 * @throws EmbeddedError
 */
export async function openEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataDirectory, settings = {}, binaries = await findBinaries(), tell = () => {} } = options;
  const cluster = clusterIn(dataDirectory);
  await requireNoClusterItself(cluster).catch(unusable);
  const launcher = await chooseLauncher(binaries, cluster).catch(unusable);
  const tools = { cluster, binaries, launcher, settings };
  let entry = await enterServer(tools).catch(unusable);
  const { port } = entry.postmaster;
  const closing = new AbortController();
  let returning: Promise<void> | null = null;

  const watch = ({ membership }: Entry): void => {
    membership.lost.then(() => {
      if (!closing.signal.aborted) returning = comeBack();
    });
  };
  const comeBack = async (): Promise<void> => {
    const again = await untilBack(() => enterServerAgain(tools, port).catch(unusable), tell, closing.signal);
    if (again === null) return;
    entry = again;
    watch(entry);
  };
  watch(entry);

  return {
    url: databaseUrl(entry.postmaster.port, entry.password),
    async close() {
      closing.abort();
      await returning;
      // A connection that broke holds no lock: then another process, or nobody, is to stop the server.
      const last = await entry.membership.leave().catch(() => false);
      if (last) await stopServer(tools, entry.postmaster.pid);
      await entry.membership.end();
    },
  };

  function unusable(error: NodeJS.ErrnoException): never {
    if (error.syscall === undefined) throw error;
    if (error.code === 'ENOSPC') throw noSpace(cluster, { cause: error });
    const message = `The data folder ${cluster.dataDirectory} cannot be used (${error.message}). Run Concord as its owner, or set CONCORD_DATA_DIR to another folder.`;
    throw new EmbeddedError('DATA_UNUSABLE', message, { cause: error });
  }
}

/**
 * Concord keeps its server in a folder inside of the one that it is given; inside of another server's data that would be a mess.
 * @throws EmbeddedError `DATA_UNUSABLE`
 */
export async function requireNoClusterItself({ dataDirectory }: Cluster): Promise<void> {
  const found = await stat(join(dataDirectory, 'PG_VERSION')).catch(() => null);
  if (found === null) return;
  const message = `${dataDirectory} is itself the data folder of a PostgreSQL server. Set CONCORD_DATA_DIR to another folder, or start that server and set DATABASE_URL to it.`;
  throw new EmbeddedError('DATA_UNUSABLE', message);
}
