import type { ClientBase } from 'pg';

/** Which history of which database a connection sees. Two connections that see the same ledger have the same one, but for `inRecovery`. */
export interface Timeline {
  /** Made by initdb and kept by standbys and copies; null where the server does not let us ask. */
  readonly systemIdentifier: string | null;
  /** Counts promotions: a promoted standby goes on with the next one. */
  readonly timeline: number | null;
  /** Whether it is a standby. */
  readonly inRecovery: boolean;
  /** Id of the ledger, a UUID; null where there is none yet. */
  readonly ledger: string | null;
}

// A control file tells of the last checkpoint, which may come minutes after a promotion; the name of the WAL file is that of the present timeline.
const ofWal = `('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int`;
const query = (systemIdentifier: string, timelineOfStandby: string, ledger: string) => `
  SELECT ${systemIdentifier} AS "systemIdentifier", pg_is_in_recovery() AS "inRecovery",
    CASE WHEN pg_is_in_recovery() THEN ${timelineOfStandby} ELSE ${ofWal} END AS timeline, ${ledger} AS ledger`;
const ofServer = [
  '(SELECT system_identifier::text FROM pg_control_system())',
  '(SELECT timeline_id FROM pg_control_checkpoint())',
] as const;
const withoutRights = ['NULL', 'NULL'] as const;
// Read through JSON because a ledger that was not migrated has no such column.
const ofLedger = `(SELECT to_jsonb(revision_counter)->>'ledger' FROM revision_counter)`;

const insufficientPrivilege = '42501';
const undefinedTable = '42P01';

/** Asks a connection, outside of a transaction, where it leads. Everybody may call the functions unless somebody revoked it; then what is left is told. */
export async function readTimeline(client: Pick<ClientBase, 'query'>): Promise<Timeline> {
  const ask = async (server: readonly [string, string], ledger: string): Promise<Timeline> => {
    const { rows } = await client.query<Timeline>(query(...server, ledger));
    return rows[0] as Timeline; // a SELECT without FROM gives one row
  };
  const askWith = (server: readonly [string, string]) =>
    ask(server, ofLedger).catch((error: { readonly code?: string }) => {
      if (error.code !== undefinedTable) throw error;
      return ask(server, 'NULL'); // nothing was migrated yet
    });
  return askWith(ofServer).catch((error: { readonly code?: string }) => {
    if (error.code !== insufficientPrivilege) throw error;
    return askWith(withoutRights);
  });
}

/** Whether two connections see one history. What a server does not tell is not compared. */
export function isSameTimeline(one: Timeline, other: Timeline): boolean {
  const agree = <Value>(a: Value | null, b: Value | null) => a === null || b === null || a === b;
  return (
    agree(one.systemIdentifier, other.systemIdentifier) &&
    agree(one.timeline, other.timeline) &&
    one.ledger === other.ledger
  );
}

/**
 * Whether a new connection to an address leads where one does that was opened before. A standby tells its timeline late and may be one of several, so it
 * is only asked whether it is of the same database; a primary takes the place of a standby.
 */
export function leadTogether(before: Timeline, now: Timeline): boolean {
  if (before.inRecovery && !now.inRecovery) return false;
  const timeline = before.inRecovery || now.inRecovery ? null : before.timeline;
  return isSameTimeline({ ...before, timeline }, now);
}

/**
 * Milliseconds after which an older timeline is believed when nothing led to the newest since: a cluster can give up one that was promoted, such as when
 * a frozen primary thaws and gets its lock back. A balancer that still led to an old server would have noticed long before.
 */
const givenUpAfterMs = 10_000;

/**
 * Milliseconds for which an address of standbys may go on leading to the one that was promoted: a balancer before them has to notice first that it is none
 * any more.
 */
const passingMs = 3_000;
/** An address that led to a primary for less before it led to a standby is one of standbys. */
const lastingMs = 10_000;

/** Where the database of an address is now, as the connections to it tell: after a failover some lead to the old server, which may still run. */
export class NewestTimeline {
  #newest: Timeline | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #now: () => number;
  /** When a connection led to an older timeline for the first time since one led to the newest; null: none did. */
  #olderSince: number | null = null;
  /** Since when connections lead to a primary; null: the last one led to a standby, or there was none. */
  #primarySince: number | null = null;
  /** Whether they led to a standby before, and to a primary only for moments. */
  #isOfStandbys = false;

  /** `now` is a clock in milliseconds. */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** The newest that was seen, but for one that was given up; null before the first. */
  get newest(): Timeline | null {
    return this.#newest;
  }

  /** Whether it is an address of standbys that leads to a primary for the moment: soon it may lead to standbys again. */
  get isPassing(): boolean {
    return this.#isOfStandbys && this.#primarySince !== null && this.#now() - this.#primarySince < passingMs;
  }

  /** Calls `listener` when a connection led to a newer timeline, or to another database; whatever was opened before leads to the old one. */
  onMoved(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Takes what a connection that has just been opened sees. False when it is older than what others saw: it is not to be used. */
  report(seen: Timeline): boolean {
    this.#noteRole(seen);
    const before = this.#newest;
    if (before === null || agrees(before, seen)) {
      this.#newest = withoutGaps(seen, before);
      if (!seen.inRecovery) this.#olderSince = null;
      return true;
    }
    if (sameSystem(before, seen) && (seen.timeline ?? 0) < (before.timeline ?? 0)) {
      this.#olderSince ??= this.#now();
      if (this.#now() - this.#olderSince < givenUpAfterMs) return false;
    }
    this.#olderSince = null;
    this.#newest = seen;
    for (const listener of this.#listeners) listener();
    return true;
  }

  #noteRole({ inRecovery }: Timeline): void {
    if (!inRecovery) {
      this.#primarySince ??= this.#now();
      return;
    }
    if (this.#primarySince !== null) this.#isOfStandbys = this.#now() - this.#primarySince < lastingMs;
    else if (this.#newest === null) this.#isOfStandbys = true;
    this.#primarySince = null;
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
