import { holdsRevision, type Snapshot } from './snapshot.ts';

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
