import type { ClientBase } from 'pg';
import type { Database } from '#postgres/open-database.ts';
import { loadSnapshot } from '#snapshot/load-snapshot.ts';
import { nextSnapshot } from '#snapshot/next-snapshot.ts';
import { type Snapshot, snapshotOf } from '#snapshot/snapshot.ts';

async function onClient<T>({ pool }: Database, use: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await use(client);
  } finally {
    client.release();
  }
}

/** All of the ledger read anew, as the thread that builds snapshots does it. */
export const readAnew = (database: Database): Promise<Snapshot> =>
  onClient(database, async (client) => snapshotOf(await loadSnapshot(client)));

/** The snapshot after another one; null when everything has to be read anew. */
export const carriedOn = (database: Database, snapshot: Snapshot): Promise<Snapshot | null> =>
  onClient(database, (client) => nextSnapshot(client, snapshot));
