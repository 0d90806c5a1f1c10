import { AsyncLocalStorage } from 'node:async_hooks';
import { Client, type ClientBase, type ClientConfig, Pool, type PoolClient, type PoolConfig } from 'pg';
import { NewestTimeline } from './database-timeline.ts';
import { destroyConnection } from './end-connections.ts';
import { HeldConnections, WorkCancelledError } from './held-connections.ts';
import { isDirect, setUpConnection } from './set-up-connection.ts';
import { SilentConnectionError } from './watch-silence.ts';

/** A revision of the ledger, 0 in an empty one; the digest is 64 hex digits. */
export interface ReadRevision {
  readonly revision: number;
  readonly digest: string;
}

/** What an answer is made from; it may be moved on while the answer is made. */
export interface ReadsAt {
  readonly snapshot: ReadRevision;
}

const current = new AsyncLocalStorage<ReadsAt | null>();

/**
 * Runs `work`, whose statements by `Pool.query` are part of an answer at a revision: they are given only connections to servers that hold that very
 * revision. Behind a balancer one standby may lag behind another, and a server that was left behind has another past.
 */
export const readingAt = <Result>(at: ReadsAt, work: () => Result): Result => current.run(at, work);

/** Runs `work` whose statements are no part of an answer: they read no revision. */
export const readingNoRevision = <Result>(work: () => Result): Result => current.run(null, work);

/** The revision that has to be there for what is running; null when any will do. */
export const wantedRevision = (): ReadRevision | null => {
  const snapshot = current.getStore()?.snapshot;
  return snapshot === undefined || snapshot.revision === 0 ? null : snapshot;
};

/** The server of a connection does not hold the revision that an answer is made from: it lags behind, or has another past. */
export class LacksRevisionError extends Error {
  override readonly name = 'LacksRevisionError';
  /** Whether it has another revision of that number. */
  readonly hasOther: boolean;

  constructor({ revision, digest }: ReadRevision, hasOther: boolean) {
    super(
      `The database that was reached ${hasOther ? 'has another' : 'lacks'} revision ${revision} (digest ${digest.slice(0, 16)}…), from which the answer is made.`,
    );
    this.hasOther = hasOther;
  }
}

/** The newest revision that a connection is known to hold, by its digest. A server loses none while its connections last. */
const held = new WeakMap<ClientBase, string>();

/** Says that the server of a connection holds a revision, such as one that was just committed there. */
export const noteHeld = (client: ClientBase, digest: string): void => void held.set(client, digest);

export const isHeld = (client: ClientBase, { digest }: ReadRevision): boolean => held.get(client) === digest;

const query = {
  name: 'digest of revision',
  text: `SELECT encode(digest, 'hex') AS digest FROM revision WHERE number = $1::int`,
};

/** A standby replays within milliseconds what it received. */
const lookEveryMs = 20;
const patienceMs = 2_000;

/**
 * Waits until the server of a connection holds a revision, for at most two seconds or until `isOver`.
 * @throws LacksRevisionError
 */
async function untilHeld(client: ClientBase, wanted: ReadRevision, isOver: () => boolean): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const { rows } = await client.query<{ digest: string | null }>({ ...query, values: [wanted.revision] });
    const [found] = rows;
    if (found?.digest === wanted.digest) return noteHeld(client, wanted.digest);
    if (found !== undefined || isOver() || performance.now() > until) {
      throw new LacksRevisionError(wanted, found !== undefined);
    }
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

type Connected = (
  error: Error | undefined,
  client: PoolClient | undefined,
  release: (error?: boolean | Error) => void,
) => void;

const refused = () => {};

/** A connection takes less to open; one that takes longer may have been begun when a balancer led nowhere. */
const slowToOpenMs = 1_000;

/**
 * So many are opened at a time, beside slow ones. Whoever waits takes what others give back meanwhile: where each opened its own, a database that has just
 * come back would be busy with connections, and answer nobody.
 */
const openedAtATime = 2;

/** What pg-pool has and does not declare: gives to the first who waits what there is to be given. */
interface Pulsed {
  _pulseQueue(): void;
}

/** Of a connection that was not open yet when one that was begun later was. */
class AbandonedError extends Error {
  override readonly name = 'AbandonedError';

  constructor() {
    super('Connection terminated: another one was open before it');
  }
}

export interface AccountablePoolConfig extends PoolConfig {
  readonly connectionString: string;
  /** Milliseconds after which the server gives up on a statement; 0 = never. */
  readonly statementTimeoutMs: number;
}

const begun = new WeakMap<ClientBase, number>();

/** When it was begun to open a connection of a pool, by the clock of `performance`. */
export const begunAt = (client: ClientBase): number => begun.get(client) ?? 0;

/** The connections of a pool, which are among `opening` until they are open or have failed. */
const noting = (opening: Map<ClientBase, number>) =>
  class extends Client {
    constructor(config?: ClientConfig) {
      super(config);
      const now = performance.now();
      begun.set(this, now);
      opening.set(this, now);
      const over = () => void opening.delete(this);
      this.once('connect', over).once('end', over);
    }
  };

/**
 * A pool that tells `HeldConnections` which connections are taken, gives none to work that was cancelled, and none that leads to another server or
 * another timeline than the newest; `query` none to a server that lacks the revision that is read (`readingAt`).
 */
export class AccountablePool extends Pool {
  readonly timelines = new NewestTimeline();
  readonly #taken = new Set<PoolClient>();
  /** Those that are being opened, and since when. */
  readonly #opening: Map<ClientBase, number>;
  readonly #most: number;
  readonly #generations = new WeakMap<ClientBase, number>();
  readonly #url: string;
  #generation = 0;
  #leadsDirectly = false;
  readonly #lackListeners = new Set<(error: LacksRevisionError) => void>();

  constructor({ statementTimeoutMs, ...config }: AccountablePoolConfig) {
    const opening = new Map<ClientBase, number>();
    super({
      ...config,
      Client: noting(opening),
      // Awaited before the connection is given to anybody, which the types leave out.
      onConnect: (client) => this.#setUp(client, statementTimeoutMs),
    });
    this.#opening = opening;
    this.#most = this.options.max;
    this.#url = config.connectionString;
    this.on('connect', () => {
      this.#makeRoom();
      setImmediate(() => (this as unknown as Pulsed)._pulseQueue()); // see above
    });
    // What is under way on the old server must not be taken for done.
    this.timelines.onMoved(() => {
      this.renew();
      for (const client of this.#taken) {
        destroyConnection(client, new Error('Connection terminated: the database has moved to another server'));
      }
    });
  }

  /** Whether the connection that was opened last is direct, to a server that takes writes: then no other one is to be expected at the address. */
  get leadsDirectly(): boolean {
    return this.#leadsDirectly && this.timelines.newest?.inRecovery === false;
  }

  /** Takes no connection again that is open now: those in use are closed when they are given back. */
  renew(): void {
    this.#generation++;
  }

  /** Begins anew what has been opening for long without success when one that was begun at some time, by the clock of `performance`, is open. */
  abandonOpening(beganAt: number): void {
    for (const [client, since] of this.#opening)
      if (since < beganAt && performance.now() - since > slowToOpenMs) destroyConnection(client, new AbandonedError());
  }

  /** Calls `listener` when a connection led to a server that lacks the revision that was read. */
  onLack(listener: (error: LacksRevisionError) => void): void {
    this.#lackListeners.add(listener);
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<PoolClient> | undefined {
    const held = HeldConnections.current();
    if (callback !== undefined) {
      // So `query` takes one, for a single statement.
      this.#take(held, wantedRevision(), callback);
      return undefined;
    }
    return new Promise((resolve, reject) => {
      this.#take(held, null, (error, client) => (client === undefined ? reject(error) : resolve(client)));
    });
  }

  #makeRoom(): void {
    const now = performance.now();
    const opening = [...this.#opening.values()].filter((since) => now - since <= slowToOpenMs).length;
    this.options.max = Math.min(this.#most, this.totalCount - opening + openedAtATime);
  }

  #take(held: HeldConnections | undefined, wanted: ReadRevision | null, callback: Connected): void {
    if (held?.cancelled) {
      callback(new WorkCancelledError(), undefined, refused);
      return;
    }
    this.#makeRoom();
    super.connect((error, client, release) => {
      if (error instanceof AbandonedError) this.#take(held, wanted, callback);
      else if (client === undefined) callback(error, client, release);
      else if (this.#isOld(client)) {
        client.release(true);
        destroyConnection(client);
        this.#take(held, wanted, callback);
      } else if (held?.cancelled) {
        client.release();
        callback(new WorkCancelledError(), undefined, refused);
      } else {
        this.#lend(client);
        held?.hold(client, { url: this.#url, dead: () => this.renew() });
        if (wanted === null || isHeld(client, wanted)) callback(undefined, client, client.release);
        else void this.#lendWhenHeld(client, wanted, held, callback);
      }
    });
  }

  async #lendWhenHeld(
    client: PoolClient,
    wanted: ReadRevision,
    held: HeldConnections | undefined,
    callback: Connected,
  ): Promise<void> {
    try {
      await untilHeld(client, wanted, () => held?.cancelled === true);
    } catch (error) {
      client.release(true); // the next one may lead to another server
      if (error instanceof LacksRevisionError) for (const listener of this.#lackListeners) listener(error);
      callback(error as Error, undefined, refused);
      return;
    }
    callback(undefined, client, client.release);
  }

  #lend(client: PoolClient): void {
    const { release } = client;
    this.#taken.add(client);
    client.release = (error) => {
      this.#taken.delete(client);
      const old = this.#isOld(client);
      release(error || old);
      if (old) destroyConnection(client);
    };
  }

  #isOld(client: ClientBase): boolean {
    return this.#generations.get(client) !== this.#generation;
  }

  async #setUp(client: ClientBase, statementTimeoutMs: number): Promise<void> {
    client.on('error', (error) => {
      // Those that were opened with it are probably dead too.
      if (error instanceof SilentConnectionError) this.renew();
    });
    await setUpConnection(client, statementTimeoutMs, this.timelines);
    this.#generations.set(client, this.#generation);
    this.#leadsDirectly = isDirect(client);
  }
}
