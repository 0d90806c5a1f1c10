import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { shareRemembered } from '#comparison/asked-comparison.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { FollowingSnapshots } from '#snapshot/snapshots.ts';
import { patchFrom } from '../threads/snapshot-patch.ts';
import type { Published, PublishedMessage } from './messages.ts';

/** Editions of which the snapshot is kept for queries that other loops began on it. Most of them have the last. */
const mostKept = 4;

/**
 * Gives the event loops of a process one snapshot: each is sent what is new of it, and all take it up at the same moment, when the number of the edition
 * in their common memory says so. So whoever was answered from a revision by one of them, or wrote it, is answered from it by all.
 */
export class Publisher {
  readonly #loops: number;
  readonly #edition = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #subscribers = new Map<MessagePort, Snapshot | null>();
  readonly #kept: { readonly edition: number; readonly snapshot: Snapshot }[] = [];
  #newest: Snapshot | null = null;

  /** For so many loops, of which that of the snapshots is one. */
  constructor(snapshots: FollowingSnapshots, loops: number) {
    this.#loops = loops;
    snapshots.behold((snapshot) => this.#publish(snapshot));
  }

  /** What a loop follows by, until its end of the channel is closed. */
  subscribe(): Published {
    const { port1, port2 } = new MessageChannel();
    port1.unref();
    port1.on('close', () => this.#subscribers.delete(port1));
    this.#subscribers.set(port1, null);
    if (this.#newest !== null) {
      this.#send(port1, this.#newest, this.#current);
      post(port1, { kind: 'CHECKED', at: this.#checkedAt });
    }
    return { port: port2, edition: this.#edition.buffer as SharedArrayBuffer };
  }

  /** The snapshot of an edition; null when it is not kept any more. */
  snapshotOf(edition: number): Snapshot | null {
    return this.#kept.find((kept) => kept.edition === edition)?.snapshot ?? null;
  }

  /** Lets all loops doubt the connections that they have. */
  distrust(): void {
    for (const port of this.#subscribers.keys()) post(port, { kind: 'DISTRUST' });
  }

  #checkedAt = 0;

  get #current(): number {
    return this.#edition[0] as number;
  }

  #publish(snapshot: Snapshot | null): void {
    this.#checkedAt = Date.now();
    if (snapshot !== this.#newest) {
      const edition = this.#current + 1;
      if (snapshot !== null) {
        shareRemembered(snapshot, this.#loops);
        this.#kept.unshift({ edition, snapshot });
        this.#kept.length = Math.min(this.#kept.length, mostKept);
      }
      for (const port of this.#subscribers.keys()) this.#send(port, snapshot, edition);
      this.#newest = snapshot;
      Atomics.store(this.#edition, 0, edition);
    }
    if (snapshot === null) return;
    for (const port of this.#subscribers.keys()) post(port, { kind: 'CHECKED', at: this.#checkedAt });
  }

  #send(port: MessagePort, snapshot: Snapshot | null, edition: number): void {
    const before = this.#subscribers.get(port) ?? null;
    const patch = snapshot && patchFrom(before, snapshot);
    post(port, { kind: 'EDITION', edition, patch });
    if (snapshot !== null) this.#subscribers.set(port, snapshot);
  }
}

const post = (port: MessagePort, message: PublishedMessage) => port.postMessage(message);
