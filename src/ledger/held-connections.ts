import { AsyncLocalStorage } from 'node:async_hooks';
import { Client, Pool, type PoolClient } from 'pg';

type Connected = (
  error: Error | undefined,
  client: PoolClient | undefined,
  release: (error?: boolean | Error) => void,
) => void;

const current = new AsyncLocalStorage<HeldConnections>();
const connectMs = 5_000;

/** A statement that was not sent, because the work that asked for it had been cancelled. */
export class WorkCancelledError extends Error {
  override readonly name = 'WorkCancelledError';

  constructor() {
    super('The work that asked for this had been cancelled.');
  }
}

/** The connections of a pool that some work holds at the moment, so that what it still asks of the database can be cancelled. */
export class HeldConnections {
  readonly #url: string;
  readonly #clients = new Set<PoolClient>();
  #cancelled = false;

  constructor(url: string) {
    this.#url = url;
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** Runs `work`; the connections that it takes from an `AccountablePool` are held here until it gives them back. */
  during<T>(work: () => T): T {
    return current.run(this, work);
  }

  /** For the pool: a connection was taken. */
  hold(client: PoolClient): void {
    const { release } = client;
    this.#clients.add(client);
    client.release = (error) => {
      this.#clients.delete(client);
      release(error);
    };
  }

  /** Cancels the statements that run on the held connections, and refuses new ones. Never throws. */
  async cancel(): Promise<void> {
    this.#cancelled = true;
    if (this.#clients.size === 0) return;
    // A connection of its own: the pool may be used up by just these.
    const canceller = new Client({ connectionString: this.#url, connectionTimeoutMillis: connectMs });
    canceller.on('error', () => {});
    try {
      await canceller.connect();
      for (const client of this.#clients) await canceller.query('SELECT pg_cancel_backend($1)', [backendOf(client)]);
    } catch {
      // Without a database nothing runs on it.
    } finally {
      await canceller.end().catch(() => {});
    }
  }
}

// pg knows it and does not declare it.
const backendOf = (client: PoolClient) => (client as PoolClient & { readonly processID: number }).processID;

/** A pool that tells `HeldConnections` which connections are taken, and gives none to work that was cancelled. */
export class AccountablePool extends Pool {
  override connect(): Promise<PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<PoolClient> | undefined {
    if (callback === undefined) {
      return new Promise((resolve, reject) => {
        this.connect((error, client) => (client === undefined ? reject(error) : resolve(client)));
      });
    }
    const held = current.getStore();
    if (held?.cancelled) {
      callback(new WorkCancelledError(), undefined, () => {});
      return undefined;
    }
    super.connect((error, client, release) => {
      if (client === undefined || held === undefined) callback(error, client, release);
      else if (held.cancelled) {
        client.release();
        callback(new WorkCancelledError(), undefined, () => {});
      } else {
        held.hold(client);
        callback(undefined, client, client.release);
      }
    });
    return undefined;
  }
}
