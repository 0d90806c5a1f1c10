import type { Database } from '#postgres/open-database.ts';

const looking = new WeakSet<Database>();

/**
 * What the connection that follows the ledger met, those of the pool may meet too: they are not taken again, and a new one looks where the database
 * is now.
 */
export function distrustConnections(database: Database): void {
  database.renew();
  if (looking.has(database)) return;
  looking.add(database);
  database
    .look()
    .catch(() => {}) // the next one that is lost looks again
    .finally(() => looking.delete(database));
}
