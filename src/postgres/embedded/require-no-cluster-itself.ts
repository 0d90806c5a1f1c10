import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster } from './cluster.ts';
import { EmbeddedError } from './embedded-error.ts';

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
