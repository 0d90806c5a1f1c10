import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EmbeddedError } from './embedded-error.ts';

/** Where the embedded server keeps what: everything but its log lies in `folder`, which appears complete or not at all. */
export interface Cluster {
  /** The folder that Concord was given. */
  readonly dataDirectory: string;
  /** The data folder of PostgreSQL. */
  readonly folder: string;
  readonly logFile: string;
  readonly passwordFile: string;
  readonly pidFile: string;
}

/** The name of the file that holds the password, inside of the data folder of PostgreSQL. */
export const passwordFileName = 'concord.password';

/** Name of the database, of its owner, and of every connection that keeps the server running. */
export const concord = 'concord';

/** The places of the cluster in a Concord data folder. */
export function clusterIn(dataDirectory: string): Cluster {
  const base = resolve(dataDirectory);
  const folder = join(base, 'postgres');
  return {
    dataDirectory: base,
    folder,
    logFile: join(base, 'postgres.log'),
    passwordFile: join(folder, passwordFileName),
    pidFile: join(folder, 'postmaster.pid'),
  };
}

/** Whether the cluster was initialised. Throws a system error when this user may not look. */
export function clusterExists(cluster: Cluster): boolean {
  return statSync(join(cluster.folder, 'PG_VERSION'), { throwIfNoEntry: false }) !== undefined;
}

/** The major version of PostgreSQL that made the cluster, `18` for instance. */
export async function clusterVersion(cluster: Cluster): Promise<string> {
  return (await readFile(join(cluster.folder, 'PG_VERSION'), 'utf8')).trim();
}

/** The address of a database on the running server. */
export function databaseUrl(port: number, password: string, database: string = concord): string {
  return `postgresql://${concord}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * The password of the server of a cluster.
 * @throws EmbeddedError `DATA_UNUSABLE` when there is none, because another program made the cluster.
 */
export async function readPassword({ passwordFile, folder }: Cluster): Promise<string> {
  try {
    return await readFile(passwordFile, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const message = `${folder} contains the data of a PostgreSQL server that Concord did not create. Set CONCORD_DATA_DIR to another folder, or start that server and set DATABASE_URL to it.`;
    throw new EmbeddedError('DATA_UNUSABLE', message, { cause: error });
  }
}
