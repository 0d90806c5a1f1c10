import { buildSnapshot } from './build-snapshot.ts';
import { nextSnapshot } from './next-snapshot.ts';
import { followRevisions } from './revision-follower.ts';
import type { Snapshot } from './snapshot.ts';
import { readLast } from './snapshot-data.ts';

/** Where readers get the ledger from. */
export interface Snapshots {
  /** The newest snapshot; waits only for the first one. A request asks once and keeps what it got. */
  newest(): Promise<Snapshot>;
  /** The newest snapshot; null before the first one. */
  readonly current: Snapshot | null;
  /** When the ledger was last found to be as the snapshot says; null before the first one. */
  readonly checkedAt: Date | null;
  close(): Promise<void>;
}

/**
 * Keeps a snapshot of the newest revision of the ledger at an address: built once, then carried on revision by revision; built again only after a
 * gap. While the database is away the last one stays.
 */
export function openSnapshots(url: string, onError: (error: unknown) => void): Snapshots {
  const first = Promise.withResolvers<Snapshot>();
  let held: Snapshot | null = null;
  let checkedAt: Date | null = null;
  const follower = followRevisions(
    url,
    async (client) => {
      if (held === null) held = await buildSnapshot(url);
      else if ((await readLast(client)) !== held.revision)
        held = (await nextSnapshot(client, held)) ?? (await buildSnapshot(url));
      checkedAt = new Date();
      first.resolve(held);
    },
    onError,
  );
  return {
    newest: async () => held ?? first.promise,
    get current() {
      return held;
    },
    get checkedAt() {
      return checkedAt;
    },
    close: () => follower.close(),
  };
}
