import { readFile } from 'node:fs/promises';
import type { Cluster } from './cluster.ts';
import { EmbeddedError } from './embedded-error.ts';

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
