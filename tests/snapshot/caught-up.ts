import { expect, vi } from 'vitest';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';

/** The snapshot of a revision, as soon as it is the newest. */
export const caughtUp = (snapshots: Snapshots, revision: number, timeout = 20_000): Promise<Snapshot> =>
  vi.waitFor(
    async () => {
      const newest = await snapshots.newest();
      expect(newest.revision).toBe(revision);
      return newest;
    },
    { timeout },
  );
