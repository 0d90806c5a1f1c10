import { AsyncLocalStorage } from 'node:async_hooks';
import { Client, type PoolClient } from 'pg';
import { backendPid, destroyConnection } from './end-connections.ts';

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
  readonly #url: string;
  readonly #clients = new Map<PoolClient, () => void>();
  readonly #endsAt: number;
  #cancelled = false;
  #stage: WriteStage | null = null;
  #written = 0;
  #cutShort = false;

  /** `timeLimitMs` is when `cancel` will be called, from now on. */
  constructor(url: string, timeLimitMs = Number.POSITIVE_INFINITY) {
    this.#url = url;
    this.#endsAt = performance.now() + timeLimitMs;
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

  /** For the pool: a connection was taken. `dead` is called when the server turns out to say nothing on it. */
  hold(client: PoolClient, dead: () => void): void {
    const { release } = client;
    const look = ({ routine }: { readonly routine?: string | undefined }) => {
      this.#cutShort ||= routine === syncWait;
    };
    client.on('notice', look);
    this.#clients.set(client, dead);
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
    const waiting = await this.#tell(busy, this.#stage === 'COMMITTING');
    const grace = setTimeout(() => {
      for (const client of busy.filter((one) => this.#clients.has(one) && !waiting.has(one))) {
        this.#clients.get(client)?.();
        destroyConnection(client);
      }
    }, cancelMs);
    grace.unref();
  }

  /** Has the server cancel what runs on connections, or only tell which of them wait for standbys; those are the answer. */
  async #tell(busy: readonly PoolClient[], committing: boolean): Promise<ReadonlySet<PoolClient>> {
    const waiting = new Set<PoolClient>();
    // A connection of its own: the pool may be used up by just these.
    const canceller = new Client({
      connectionString: this.#url,
      connectionTimeoutMillis: connectMs,
      query_timeout: connectMs,
    });
    canceller.on('error', () => {});
    try {
      await canceller.connect();
      for (const client of busy) {
        const sql = committing
          ? `SELECT FROM pg_stat_activity WHERE pid = $1 AND wait_event = 'SyncRep'`
          : 'SELECT pg_cancel_backend($1)';
        const { rowCount } = await canceller.query(sql, [backendPid(client)]);
        if (committing && rowCount === 1) waiting.add(client);
      }
      canceller.end().catch(() => {});
    } catch {
      // Without a database nothing runs on it.
      destroyConnection(canceller);
    }
    return waiting;
  }
}

/**
 * How far the write of a request is. WAITING: others are before it. WRITING: it is worked on, and undone if it is stopped. COMMITTING: its COMMIT was
 * sent, and what becomes of it is not known. WRITTEN: it was done.
 */
export type WriteStage = 'WAITING' | 'WRITING' | 'COMMITTING' | 'WRITTEN';
