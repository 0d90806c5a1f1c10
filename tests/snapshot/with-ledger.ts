import { randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '#ledger/open-database.ts';
import { loadSnapshot } from '#ledger/snapshot/load-snapshot.ts';
import { nextSnapshot } from '#ledger/snapshot/next-snapshot.ts';
import type { Snapshot } from '#ledger/snapshot/snapshot.ts';
import { snapshotOf } from '#ledger/snapshot/snapshot-data.ts';
import { createDatabase, dropDatabase, urlOf } from '../support/test-databases.ts';

/** Gives an empty ledger of its own to one run of a property, which may need many of them. */
export async function withLedger<T>(use: (database: Database) => Promise<T>): Promise<T> {
  const server = inject('testServer');
  const name = randomBytes(6).toString('hex');
  await createDatabase(server, name, 'migrated');
  const database = await openDatabase(urlOf(server, name));
  try {
    return await use(database);
  } finally {
    await database.close();
    await dropDatabase(server, name);
  }
}

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
