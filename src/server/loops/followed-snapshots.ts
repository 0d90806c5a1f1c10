import { receiveMessageOnPort } from 'node:worker_threads';
import { shareRemembered } from '#comparison/asked-comparison.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { HeldSnapshot, type Snapshots } from '#snapshot/snapshots.ts';
import { PatchedSnapshot } from '../threads/snapshot-patch.ts';
import type { Published, PublishedMessage } from './messages.ts';

type Edition = Extract<PublishedMessage, { readonly kind: 'EDITION' }>;

export interface Following {
  /** How many loops the process has. */
  readonly loops: number;
  /** Asks the first loop to look for a revision, as `Snapshots.atLeast` does. */
  readonly await: (revision: number, patienceMs: number, digest?: string) => void;
  /** Asks it to look whether the ledger is still where it was. */
  readonly doubt: () => void;
  /** The database is another, or away. */
  readonly distrust: () => void;
}

/** The snapshots of an event loop that gets them from the first one of the process. */
export class FollowedSnapshots implements Snapshots {
  readonly #published: Published;
  readonly #following: Following;
  /** The number of the edition from which all loops answer. */
  readonly #common: Int32Array;
  readonly #patched = new PatchedSnapshot();
  readonly #held = new HeldSnapshot();
  readonly #editions = new WeakMap<Snapshot, number>();
  /** Sent, but not what all loops answer from yet. */
  readonly #next: Edition[] = [];
  #edition = 0;
  #checkedAt: Date | null = null;

  constructor(published: Published, following: Following) {
    this.#published = published;
    this.#following = following;
    this.#common = new Int32Array(published.edition);
    published.port.on('message', (message: PublishedMessage) => {
      this.#take(message);
      this.#catchUp();
    });
    published.port.unref();
  }

  get current(): Snapshot | null {
    this.#catchUp();
    return this.#held.current;
  }

  newest(): Promise<Snapshot> {
    this.#catchUp();
    return this.#held.newest();
  }

  atLeast(revision: number, patienceMs: number, digest?: string): Promise<Snapshot | null> {
    this.#catchUp();
    if (this.#held.current !== null && !this.#held.holds(revision, digest))
      this.#following.await(revision, patienceMs, digest);
    return this.#held.atLeast(revision, patienceMs, digest);
  }

  onNewer(call: (snapshot: Snapshot) => void): () => void {
    return this.#held.onNewer(call);
  }

  check(): void {
    this.#following.doubt();
  }

  get checkedAt(): Date | null {
    return this.#checkedAt;
  }

  /** The number of the edition that a snapshot is. */
  editionOf(snapshot: Snapshot): number {
    return this.#editions.get(snapshot) ?? 0;
  }

  async close(): Promise<void> {
    this.#published.port.close();
  }

  /** Takes up the edition that all loops answer from. It was sent before its number was set, so it can be read without waiting. */
  #catchUp(): void {
    const common = Atomics.load(this.#common, 0);
    if (common === this.#edition) return;
    for (;;) {
      const received = receiveMessageOnPort(this.#published.port);
      if (received === undefined) break;
      this.#take(received.message as PublishedMessage);
    }
    while (this.#next[0] !== undefined && this.#next[0].edition <= common) this.#turnTo(this.#next.shift() as Edition);
  }

  #take(message: PublishedMessage): void {
    if (message.kind === 'EDITION') this.#next.push(message);
    else if (message.kind === 'CHECKED') this.#checkedAt = new Date(message.at);
    else this.#following.distrust();
  }

  #turnTo({ edition, patch }: Edition): void {
    this.#edition = edition;
    if (patch === null) {
      this.#checkedAt = null;
      this.#held.drop();
      return;
    }
    const snapshot = this.#patched.next(patch);
    if (!this.#editions.has(snapshot)) shareRemembered(snapshot, this.#following.loops);
    this.#editions.set(snapshot, edition);
    this.#held.hold(snapshot);
  }
}
