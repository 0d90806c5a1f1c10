import type { Pool } from 'pg';
import { loadSnapshot } from './load-snapshot.ts';
import type { Snapshot } from './snapshot.ts';

/** Where readers get the ledger from. */
export interface Snapshots {
  /** The ledger at its newest revision. A request asks once and keeps what it got. */
  newest(): Promise<Snapshot>;
}

/** Asks the database for the newest revision each time, and reads the ledger again only when there is a newer one. */
export function openSnapshots(pool: Pool): Snapshots {
  let held: Promise<Snapshot> | undefined;
  const reload = () => {
    held = loadSnapshot(pool);
    held.catch(() => {
      held = undefined;
    });
    return held;
  };
  return {
    async newest() {
      const { rows } = await pool.query<{ last: number }>('SELECT last FROM revision_counter');
      if (held === undefined) return reload();
      const snapshot = await held;
      return snapshot.revision < (rows[0]?.last ?? 0) ? reload() : snapshot;
    },
  };
}
