import type { Client } from 'pg';
import { readTimeline } from '#postgres/database-timeline.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { HeldSnapshot } from './held-snapshot.ts';
import { nextSnapshot } from './next-snapshot.ts';
import { OtherPastError, readNews } from './read-news.ts';
import { followRevisions } from './revision-follower.ts';
import { compareWithPast, type Snapshot } from './snapshot.ts';

/** Where readers get the ledger from. */
export interface Snapshots {
  /** The newest snapshot; waits for the first one, and while the ledger is read again because it has another past. A request keeps what it got. */
  newest(): Promise<Snapshot>;
  /** The newest snapshot; null when `newest` would wait. */
  readonly current: Snapshot | null;
  /**
   * The newest snapshot as soon as it has a revision, and if a digest is given, or its beginning, that revision with that digest; null when it has
   * not within so many milliseconds.
   */
  atLeast(revision: number, patienceMs: number, digest?: string): Promise<Snapshot | null>;
  /** When the snapshot was last confirmed to match the ledger; null before the first time. */
  readonly checkedAt: Date | null;
  close(): Promise<void>;
}

/** Snapshots that are made here, from the database. */
export interface FollowingSnapshots extends Snapshots {
  /** Looks now whether there is a newer revision. */
  nudge(): void;
  /** Calls `beholder` at every look, also when there is nothing new. */
  behold(beholder: Beholder): void;
}

/** Is told of what the database was found to hold, before anybody is answered from it: a snapshot, or null when that is not known any more. */
export type Beholder = (snapshot: Snapshot | null) => void;

/**
 * Keeps a snapshot of the newest revision of the ledger at an address: built once, then carried on revision by revision; built again after a gap, and
 * when the ledger is found to have another past. That is an error that `onError` is told. While the database is away the last one stays.
 */
export function openSnapshots(url: string, onError: (error: unknown) => void): FollowingSnapshots {
  const held = new HeldSnapshot();
  let checkedAt: Date | null = null;
  const beholders: Beholder[] = [];
  const hold = (snapshot: Snapshot) => {
    for (const behold of beholders) behold(snapshot);
    checkedAt = new Date();
    held.hold(snapshot);
  };
  const drop = (error: OtherPastError) => {
    onError(error);
    for (const behold of beholders) behold(null);
    held.drop();
    checkedAt = null;
  };
  const look = async (client: Client) => {
    const standing = held.current && (await presentOf(client, held.current));
    if (standing instanceof OtherPastError) drop(standing);
    hold(standing instanceof OtherPastError || standing === null ? await buildSnapshot(url) : standing);
  };
  const follower = followRevisions(url, look, onError);
  return {
    newest: () => held.newest(),
    get current() {
      return held.current;
    },
    atLeast(revision, patienceMs, digest) {
      if (held.current !== null && !held.holds(revision, digest)) follower.nudge();
      return held.atLeast(revision, patienceMs, digest);
    },
    get checkedAt() {
      return checkedAt;
    },
    nudge: () => follower.nudge(),
    behold: (beholder) => void beholders.push(beholder),
    close: () => follower.close(),
  };
}

/** What follows a snapshot, or the snapshot itself; null when all has to be read again; the error when the ledger has another past. */
async function presentOf(client: Client, held: Snapshot): Promise<Snapshot | OtherPastError | null> {
  const news = await readNews(client, held.revision);
  const { head } = news;
  const standing = compareWithPast(held, head);
  if (standing === 'SAME') return held;
  if (standing === 'OTHER') return new OtherPastError(head, held);
  // A standby that lags has not lost anything; any other database of the same past has.
  if (standing === 'BEHIND') return (await readTimeline(client)).inRecovery ? held : new OtherPastError(head, held);
  return nextSnapshot(client, held, news).catch((error: unknown) => {
    if (error instanceof OtherPastError) return error;
    throw error;
  });
}
