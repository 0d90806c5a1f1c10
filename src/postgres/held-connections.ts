import { AsyncLocalStorage } from 'node:async_hooks';
import { Client, type PoolClient } from 'pg';
import { amongBackends, backendOf, destroyConnection } from './end-connections.ts';

const current = new AsyncLocalStorage<HeldConnections>();
const connectMs = 5_000;
// What a server that was told to cancel a statement takes to say so; one that says nothing is not there.
const cancelMs = 2_000;

/** PostgreSQL commits before it waits for standbys, and warns when the wait is cut short: from this function, whatever the language. */
export const syncWait = 'SyncRepWaitForLSN';

/** A statement that was not sent, because the work that asked for it had been cancelled. */
export class WorkCancelledError extends Error {
  override readonly name = 'WorkCancelledError';

  constructor() {
    super('The operation was cancelled.');
  }
}

/** The connections of a pool that some work holds at the moment, so that what it still asks of the database can be cancelled. */
export class HeldConnections {
  /** When the work began, by the clock of `performance`. */
  readonly beganAt = performance.now();
  readonly #clients = new Map<PoolClient, Holding>();
  readonly #endsAt: number;
  #cancelled = false;
  #stage: WriteStage | null = null;
  #written = 0;
  #cutShort = false;

  /** `timeLimitMs` is when `cancel` will be called, from now on. */
  constructor(timeLimitMs = Number.POSITIVE_INFINITY) {
    this.#endsAt = this.beganAt + timeLimitMs;
  }

  /** Those of the work that is running; undefined outside of any. */
  static current(): HeldConnections | undefined {
    return current.getStore();
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** How far the write is that the work is at; null when it writes nothing. */
  get stage(): WriteStage | null {
    return this.#stage;
  }

  /** How many writes were done. */
  get written(): number {
    return this.#written;
  }

  /** Whether a COMMIT was answered before the standbys had it, because its wait for them was cut short. */
  get cutShort(): boolean {
    return this.#cutShort;
  }

  /** Milliseconds that are left to the work. */
  get msLeft(): number {
    return this.#endsAt - performance.now();
  }

  /** Told by a write how far it is. */
  enter(stage: WriteStage): void {
    this.#stage = stage;
    if (stage === 'WRITTEN') this.#written++;
  }

  /** Runs `work`; the connections that it takes from an `AccountablePool` are held here until it gives them back. */
  during<T>(work: () => T): T {
    return current.run(this, work);
  }

  /** Runs `work`, which is not of the work that asks for it: others share it. */
  static apart<T>(work: () => T): T {
    return current.exit(work);
  }

  /** For the pool: a connection was taken. */
  hold(client: PoolClient, holding: Holding): void {
    const { release } = client;
    const look = ({ routine }: { readonly routine?: string | undefined }) => {
      this.#cutShort ||= routine === syncWait;
    };
    client.on('notice', look);
    this.#clients.set(client, holding);
    client.release = (error) => {
      client.off('notice', look);
      this.#clients.delete(client);
      release(error);
    };
  }

  /**
   * Cancels the statements that run on the held connections, and refuses new ones. A COMMIT is not cancelled: it may be waiting for standbys. A
   * connection on which the server says nothing is destroyed. Never throws.
   */
  async cancel(): Promise<void> {
    this.#cancelled = true;
    const busy = [...this.#clients.keys()];
    if (busy.length === 0) return;
    const committing = this.#stage === 'COMMITTING';
    const urls = new Set([...this.#clients.values()].map(({ url }) => url));
    const told = [...urls].map((url) => {
      return tell(
        url,
        busy.filter((client) => this.#clients.get(client)?.url === url),
        committing,
      );
    });
    const waiting = new Set((await Promise.all(told)).flat());
    const grace = setTimeout(() => {
      for (const client of busy.filter((one) => this.#clients.has(one) && !waiting.has(one))) {
        this.#clients.get(client)?.dead();
        destroyConnection(client);
      }
    }, cancelMs);
    grace.unref();
  }
}

/** What the pool says of a connection that it gave. */
export interface Holding {
  /** The address by which its server is reached. */
  readonly url: string;
  /** Called when the server turns out to say nothing on it. */
  readonly dead: () => void;
}

/** Has the server cancel what runs on connections, or only tell which of them wait for standbys; those are the answer. */
async function tell(url: string, busy: readonly PoolClient[], committing: boolean): Promise<PoolClient[]> {
  // A connection of its own: the pool may be used up by just these.
  const canceller = new Client({ connectionString: url, connectionTimeoutMillis: connectMs, query_timeout: connectMs });
  canceller.on('error', () => {});
  try {
    await canceller.connect();
    const sql = committing
      ? `SELECT pid ${amongBackends} AND wait_event = 'SyncRep'`
      : `SELECT pid, pg_cancel_backend(pid) ${amongBackends}`;
    const { rows } = await canceller.query<{ pid: number }>(sql, [JSON.stringify(busy.map(backendOf))]);
    canceller.end().catch(() => {});
    const pids = new Set(rows.map(({ pid }) => pid));
    return committing ? busy.filter((client) => pids.has(backendOf(client)?.pid ?? 0)) : [];
  } catch {
    // Without a database nothing runs on it.
    destroyConnection(canceller);
    return [];
  }
}

/**
 * How far the write of a request is. WAITING: others are before it. WRITING: it is worked on, and undone if it is stopped. COMMITTING: its COMMIT was
 * sent, and what becomes of it is not known. WRITTEN: it was done.
 */
export type WriteStage = 'WAITING' | 'WRITING' | 'COMMITTING' | 'WRITTEN';
