import { isSameTimeline, type Timeline } from './database-timeline.ts';

/** Where the database of an address is now, as the connections to it tell: after a failover some lead to the old server, which may still run. */
export class NewestTimeline {
  #newest: Timeline | null = null;
  readonly #listeners = new Set<() => void>();

  /** The newest that was seen; null before the first. */
  get newest(): Timeline | null {
    return this.#newest;
  }

  /** Calls `listener` when a connection led to a newer timeline, or to another database; whatever was opened before leads to the old one. */
  onMoved(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Takes what a connection that has just been opened sees. False when it is older than what others saw: it is not to be used. */
  report(seen: Timeline): boolean {
    const before = this.#newest;
    if (before === null || agrees(before, seen)) {
      this.#newest = withoutGaps(seen, before);
      return true;
    }
    if (sameSystem(before, seen) && (seen.timeline ?? 0) < (before.timeline ?? 0)) return false;
    this.#newest = seen;
    for (const listener of this.#listeners) listener();
    return true;
  }
}

/** A standby tells its timeline late, and takes no writes: it is only asked whether it is of the same database. */
function agrees(before: Timeline, seen: Timeline): boolean {
  const comparable = before.inRecovery || seen.inRecovery ? { ...seen, timeline: null } : seen;
  // A database that is being migrated gets its ledger's id.
  const ledger = seen.ledger === null || before.ledger === null ? before.ledger : seen.ledger;
  return isSameTimeline(before, { ...comparable, ledger });
}

const sameSystem = (one: Timeline, other: Timeline) => isSameTimeline({ ...one, timeline: null }, other);

/** What a server did not tell is as it was. */
function withoutGaps(seen: Timeline, before: Timeline | null): Timeline {
  if (before === null || (before.inRecovery && !seen.inRecovery)) return seen;
  if (seen.inRecovery && !before.inRecovery) return before;
  return { ...seen, ledger: seen.ledger ?? before.ledger, timeline: seen.timeline ?? before.timeline };
}
