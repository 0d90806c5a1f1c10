import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Snapshot } from '#ledger/snapshot/snapshot.ts';

const patienceMs = 1_000;

/** When the revisions of snapshots were made, in milliseconds since 1970; 0 for that of an empty ledger. */
export class RevisionTimes {
  readonly #pool: Pool;
  readonly #known = new WeakMap<Snapshot, number>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** The time, if it was asked for before; else null. */
  known(snapshot: Snapshot): number | null {
    return this.#known.get(snapshot) ?? null;
  }

  /** The time; null when the database does not tell it now. */
  async of(snapshot: Snapshot): Promise<number | null> {
    const before = this.known(snapshot);
    if (before !== null) return before;
    const asked = this.#ask(snapshot).catch(() => null);
    return Promise.race([asked, delay(patienceMs, null, { ref: false })]);
  }

  async #ask(snapshot: Snapshot): Promise<number> {
    const { rows } = await this.#pool.query<{ time: Date }>('SELECT time FROM revision WHERE number = $1', [
      snapshot.revision,
    ]);
    const time = rows[0]?.time.getTime() ?? 0;
    this.#known.set(snapshot, time);
    return time;
  }
}
