import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { shareWriters } from '#graphql/execution/writer/json-writer.ts';
import type { Database } from '#postgres/open-database.ts';
import { destinationOf } from '../create-logger.ts';
import type { First } from '../first-loop.ts';
import type { HttpServer } from '../http-server.ts';
import { leaveAll, newRoomMemory } from '../live/room.ts';
import { countsLeft, type Figures } from '../metrics.ts';
import { LoopThread } from './loop-thread-handle.ts';
import type { FromLoop, LoopOptions } from './messages.ts';
import { Publisher } from './publisher.ts';

export interface EventLoopsOptions
  extends Omit<LoopOptions, 'databaseUrl' | 'standbyUrl' | 'budgets' | 'room' | 'rateLimitStore' | 'published'> {
  /** That of the first loop; each opens its own as it was opened. */
  readonly database: Database;
  /** That of the first loop, which does not listen yet. */
  readonly server: HttpServer;
  readonly logger: Logger;
}

/** A loop that ends earlier than this is not replaced at once, and each further one later. */
const soonMs = 10_000;
const firstPauseMs = 250;
const longestPauseMs = 30_000;

/**
 * The event loops of a process beside the first one, each in a thread with its own listener on the same port: the kernel divides connections among them.
 * One that ends is replaced; only the requests on its own connections are lost.
 */
export class EventLoops {
  readonly #options: EventLoopsOptions;
  readonly #first: First;
  readonly #publisher: Publisher;
  readonly #threads = new Set<LoopThread>();
  /** Where they listen; 0: not yet. */
  #port = 0;
  #pauseMs = firstPauseMs;
  #stopping = false;
  /** What loops counted that have ended. */
  #left: Figures = [];

  constructor(options: EventLoopsOptions) {
    const { first, documents } = options.server;
    if (first === null) throw new TypeError('found another event loop, expected the first of the process');
    shareWriters(options.loops);
    this.#options = options;
    this.#first = first;
    this.#publisher = new Publisher(first.snapshots, options.loops);
    first.onTrouble(() => this.#publisher.distrust());
    documents.onRegistered((text) => this.#tellRegistered(text, null));
  }

  /** Starts all of them, which do not listen yet, and waits until their code is loaded. */
  async load(): Promise<void> {
    const threads = Array.from({ length: this.#options.loops - 1 }, () => this.#start());
    await Promise.allSettled(threads.map(({ loaded }) => loaded));
  }

  /** Lets all listen on a port on which the first one listens already, with `reusePort`. */
  async listen(port: number): Promise<void> {
    this.#port = port;
    await Promise.allSettled([...this.#threads].map((thread) => thread.listen(port)));
  }

  /** How many answer requests, the first one included. */
  get size(): number {
    return 1 + [...this.#threads].filter(({ isListening }) => isListening).length;
  }

  /** The threads, for whoever has to end one. */
  get threads(): ReadonlySet<LoopThread> {
    return this.#threads;
  }

  /** What the loops count, and those counted that have ended. */
  async figures(): Promise<readonly Figures[]> {
    return [this.#left, ...(await Promise.all([...this.#threads].map((thread) => thread.count())))];
  }

  /**
   * Lets requests in progress finish, as `stopServing` does. All still listen, for what the kernel gives to a listener that closes is lost while others
   * answer.
   */
  async finish(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#threads].map((thread) => thread.finish()));
  }

  /** Ends all threads, after their requests have finished. */
  async close(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.close()));
  }

  #start(): LoopThread {
    const { server: _server, logger, database, ...ofLoop } = this.#options;
    const { url, primary } = database;
    const { budgets, subscribed, rateLimitStore } = this.#first;
    const room = newRoomMemory(subscribed);
    const startedAt = performance.now();
    const thread = new LoopThread(
      {
        ...ofLoop,
        databaseUrl: primary.url,
        standbyUrl: primary.url === url ? null : url,
        budgets,
        room,
        rateLimitStore,
        published: this.#publisher.subscribe(),
      },
      {
        told: (message) => this.#told(thread, message),
        ended: (err) => {
          this.#threads.delete(thread);
          leaveAll(room);
          if (this.#stopping) return;
          logger.error({ err }, 'an event loop ended; starting another');
          void this.#leave(thread);
          void this.#replace(performance.now() - startedAt);
        },
      },
    );
    this.#threads.add(thread);
    return thread;
  }

  async #replace(livedMs: number): Promise<void> {
    this.#pauseMs = livedMs < soonMs ? Math.min(2 * this.#pauseMs, longestPauseMs) : firstPauseMs;
    if (livedMs < soonMs) await delay(this.#pauseMs, undefined, { ref: false });
    if (this.#stopping) return;
    const thread = this.#start();
    try {
      await thread.loaded;
      await this.#first.snapshots.newest();
      if (this.#port > 0 && !this.#stopping) await thread.listen(this.#port);
    } catch {
      // that it ended was said, and another is started
    }
  }

  async #leave(thread: LoopThread): Promise<void> {
    this.#left = await countsLeft([this.#left, thread.counted]);
  }

  #told(thread: LoopThread, message: FromLoop): void {
    switch (message.kind) {
      case 'LOG':
        destinationOf(this.#options.logger).write(message.lines);
        return;
      case 'AWAIT':
        // It looks for it as long as that takes.
        void this.#first.snapshots.atLeast(message.revision, message.patienceMs, message.digest);
        return;
      case 'DOUBT':
        this.#first.snapshots.check();
        return;
      case 'REGISTERED':
        this.#options.server.documents.learn(message.text);
        this.#tellRegistered(message.text, thread);
        return;
      case 'EXECUTE':
      case 'CHECK':
        void thread.execute(message, this.#first.threads, this.#publisher);
    }
  }

  #tellRegistered(text: string, by: LoopThread | null): void {
    for (const thread of this.#threads) if (thread !== by) thread.tell({ kind: 'REGISTERED', text });
  }
}
