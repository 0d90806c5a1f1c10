import type { Client } from 'pg';
import { readHead } from '#ledger/head.ts';
import { readTimeline } from '#postgres/database-timeline.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { nextSnapshot } from './next-snapshot.ts';
import { followRevisions } from './revision-follower.ts';
import { compareWithPast, holdsRevision, OtherPastError, readNews, type Snapshot } from './snapshot.ts';

/** The snapshot that a thread answers from, and those who wait for one. */
export class HeldSnapshot {
  #arrival = Promise.withResolvers<Snapshot>();
  #snapshot: Snapshot | null = null;
  readonly #waiting = new Set<() => void>();
  readonly #told = new Set<(snapshot: Snapshot) => void>();

  get current(): Snapshot | null {
    return this.#snapshot;
  }

  /** Waits while there is none. */
  async newest(): Promise<Snapshot> {
    return this.#snapshot ?? this.#arrival.promise;
  }

  hold(snapshot: Snapshot): void {
    const isNewer = snapshot !== this.#snapshot;
    this.#snapshot = snapshot;
    this.#arrival.resolve(snapshot);
    for (const look of this.#waiting) look();
    if (isNewer) for (const tell of this.#told) tell(snapshot);
  }

  /** As `Snapshots.onNewer`. */
  onNewer(call: (snapshot: Snapshot) => void): () => void {
    this.#told.add(call);
    return () => this.#told.delete(call);
  }

  /** Nobody is answered any more from what the ledger does not say. */
  drop(): void {
    this.#snapshot = null;
    this.#arrival = Promise.withResolvers();
  }

  /** As `Snapshots.atLeast`. */
  atLeast(revision: number, patienceMs: number, digest = ''): Promise<Snapshot | null> {
    const { promise, resolve } = Promise.withResolvers<Snapshot | null>();
    const look = () => {
      if (this.holds(revision, digest)) resolve(this.#snapshot);
    };
    const timer = setTimeout(() => resolve(null), patienceMs);
    this.#waiting.add(look);
    look();
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiting.delete(look);
    });
  }

  /** Whether it has a revision, and if a digest is given, or its beginning, that revision with that digest. */
  holds(revision: number, digest = ''): boolean {
    return this.#snapshot !== null && holdsRevision(this.#snapshot, revision, digest);
  }
}

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
  /** Calls back for every newer snapshot, until what it returns is called. */
  onNewer(call: (snapshot: Snapshot) => void): () => void;
  /** Looks now whether the ledger is still where it was, and what it is. */
  check(): void;
  /** When the snapshot was last confirmed to match the ledger; null before the first time. */
  readonly checkedAt: Date | null;
  close(): Promise<void>;
}

/** Snapshots that are made here, from the database. */
export interface FollowingSnapshots extends Snapshots {
  /** Calls `beholder` at every look, also when there is nothing new. */
  behold(beholder: Beholder): void;
}

/** Is told of what the database was found to hold, before anybody is answered from it: a snapshot, or null when that is not known any more. */
export type Beholder = (snapshot: Snapshot | null) => void;

export interface SnapshotsOptions {
  /** Milliseconds between looks at a standby, which does not tell of revisions. */
  readonly followMs?: number;
  /** The address of the primary whose standby is followed: it tells of revisions, which the standby has a moment later. */
  readonly primaryUrl?: string | null;
}

/** Milliseconds between looks for a revision that is known to be coming. */
const lookEveryMs = 10;
/** For so long a revision of the primary is looked for on its standby at that pace. */
const comesWithinMs = 2_000;

/**
 * Keeps a snapshot of the newest revision of the ledger at an address: built once, then carried on revision by revision; built again after a gap, and
 * when the ledger is found to have another past. That is an error that `onError` is told. While the database is away the last one stays.
 */
export function openSnapshots(
  url: string,
  onError: (error: unknown) => void,
  { followMs = 500, primaryUrl = null }: SnapshotsOptions = {},
): FollowingSnapshots {
  const held = new HeldSnapshot();
  let checkedAt: Date | null = null;
  const beholders: Beholder[] = [];
  const hold = (snapshot: Snapshot) => {
    for (const behold of beholders) behold(snapshot);
    checkedAt = new Date();
    held.hold(snapshot);
  };
  /** Nobody is answered any more from what the ledger does not say. */
  const drop = (error: OtherPastError) => {
    onError(error);
    for (const behold of beholders) behold(null);
    held.drop();
    checkedAt = null;
  };
  const look = async (client: Client) => {
    const standing = held.current && (await presentOf(client, held.current));
    if (standing instanceof OtherPastError) drop(standing);
    if (standing !== null && !(standing instanceof OtherPastError)) return hold(standing);
    const built = await buildSnapshot(url);
    const { current } = held;
    // Behind a balancer it may come from a standby that lags behind the one that was followed.
    hold(current !== null && compareWithPast(current, built) === 'BEHIND' ? current : built);
  };
  const follower = followRevisions(url, { onChange: look, onError, followMs });
  /** Looks for a revision until it is there, where nobody tells when it is. */
  const lookFor = (isThere: () => boolean, patienceMs: number) => {
    follower.nudge();
    const until = performance.now() + patienceMs;
    const looking = setInterval(() => {
      if (isThere() || performance.now() > until) clearInterval(looking);
      else if (!follower.isTold) follower.nudge();
    }, lookEveryMs);
    looking.unref();
    return () => clearInterval(looking);
  };
  let stopLooking = () => {};
  const primary =
    primaryUrl === null
      ? null
      : followRevisions(primaryUrl, {
          followMs: 5_000,
          onChange: async (client) => {
            const { revision } = await readHead(client);
            stopLooking();
            stopLooking = lookFor(() => held.holds(revision), comesWithinMs);
          },
          onError: () => {}, // the standby is followed without it, a little later
        });
  return {
    newest: () => held.newest(),
    get current() {
      return held.current;
    },
    atLeast(revision, patienceMs, digest) {
      const isThere = () => held.holds(revision, digest);
      const stop = held.current === null || isThere() ? () => {} : lookFor(isThere, patienceMs);
      return held.atLeast(revision, patienceMs, digest).finally(stop);
    },
    onNewer: (call) => held.onNewer(call),
    get checkedAt() {
      return checkedAt;
    },
    check: () => follower.check(),
    behold: (beholder) => void beholders.push(beholder),
    async close() {
      stopLooking();
      await Promise.all([follower.close(), primary?.close()]);
    },
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
