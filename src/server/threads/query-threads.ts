import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { apiError } from '#graphql/api-error.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { CostlyQueries, type CostlyQuery, stopped } from './costly-queries.ts';
import type { FromThread, Job, ThreadAnswer, ThreadOptions, ValidateJob } from './messages.ts';
import { patchFrom } from './snapshot-patch.ts';

/** One thread per core beyond the first, and at least one. */
const usualThreads = Math.max(1, Math.min(4, availableParallelism() - 1));

/** Jobs that wait at most; more are refused rather than kept in memory. */
const mostWaiting = 200;

/** Memory limit of a thread, so that no response uses up the memory of all others. */
const heapMegabytes = 1_024;

export interface QueryThreadsOptions extends ThreadOptions {
  /** How many threads there are at most; 0: `usualThreads`. */
  readonly most?: number;
  /** Milliseconds after which a thread is ended that has not answered. */
  readonly timeoutMs: number;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
}

interface Waiting {
  /** Makes the job for a thread that has a snapshot. */
  readonly job: (sent: Snapshot | null) => Job;
  readonly snapshot: Snapshot | null;
  /** By the clock of `performance`; later the result is no longer needed. */
  readonly deadline: number;
  readonly resolve: (outcome: ThreadAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Executes costly queries in threads of their own, so that the thread which answers requests is free, and so that what takes too long can be ended
 * though it never waits. Threads are started when they are needed; each takes one question at a time.
 */
export class QueryThreads extends CostlyQueries {
  readonly #options: QueryThreadsOptions;
  readonly #threads = new Set<QueryThread>();
  readonly #waiting: Waiting[] = [];
  #closed = false;

  constructor(options: QueryThreadsOptions) {
    super();
    this.#options = options;
  }

  /** Starts the first thread, so that the first costly query need not wait for it to load. */
  begin(): void {
    if (this.#threads.size === 0) this.#start();
  }

  run(query: CostlyQuery, snapshot: Snapshot): Promise<ThreadAnswer> {
    return this.#run(snapshot, (sent) => ({ ...query, snapshot: patchFrom(sent, snapshot) }));
  }

  check(job: ValidateJob): Promise<ThreadAnswer> {
    return this.#run(null, () => job);
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(stopped());
    await Promise.all([...this.#threads].map((thread) => thread.end(stopped())));
  }

  #run(snapshot: Snapshot | null, job: Waiting['job']): Promise<ThreadAnswer> {
    if (this.#closed) return Promise.reject(stopped());
    if (this.#waiting.length >= mostWaiting) return Promise.reject(busy());
    const { promise, resolve, reject } = Promise.withResolvers<ThreadAnswer>();
    const deadline = performance.now() + this.#options.timeoutMs;
    this.#waiting.push({ job, snapshot, deadline, resolve, reject });
    this.#dispatch();
    return promise;
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const idle = [...this.#threads].find(({ isBusy }) => !isBusy) ?? this.#start();
      if (idle === null) return;
      const next = this.#waiting.shift();
      if (next === undefined) return;
      if (next.deadline <= performance.now()) next.reject(tooLong());
      else idle.take(next);
    }
  }

  #start(): QueryThread | null {
    if (this.#closed || this.#threads.size >= (this.#options.most || usualThreads)) return null;
    const thread = new QueryThread(this.#options, {
      idle: () => this.#dispatch(),
      ended: () => {
        this.#threads.delete(thread);
        this.#dispatch();
      },
    });
    this.#threads.add(thread);
    return thread;
  }
}

interface Listener {
  readonly idle: () => void;
  readonly ended: () => void;
}

/** One thread, and what it is doing. */
class QueryThread {
  readonly #worker: Worker;
  readonly #listener: Listener;
  #current: Waiting | null = null;
  #sent: Snapshot | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isEnding = false;

  constructor({ logger, timeoutMs: _timeout, most: _most, ...workerData }: QueryThreadsOptions, listener: Listener) {
    this.#listener = listener;
    this.#worker = new Worker(new URL('./query-thread.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    this.#worker.unref();
    this.#worker.on('message', (message: FromThread) => {
      if (message.kind === 'LOG') logger[message.level]({ err: message.err }, message.message);
      else this.#finish(({ resolve }) => resolve(message));
    });
    this.#worker.on('error', (err) => {
      logger.error({ err }, 'a query thread failed');
      this.#finish(({ reject }) => reject(err));
    });
    this.#worker.on('exit', () => {
      this.#finish(({ reject }) => reject(new Error('the query thread exited')));
      listener.ended();
    });
  }

  /** Also while it is being ended, which takes a moment in which it would take a question to its grave. */
  get isBusy(): boolean {
    return this.#isEnding || this.#current !== null;
  }

  take(next: Waiting): void {
    this.#current = next;
    this.#timer = setTimeout(() => void this.end(tooLong()), next.deadline - performance.now());
    this.#worker.ref();
    this.#worker.postMessage(next.job(this.#sent));
    if (next.snapshot !== null) this.#sent = next.snapshot;
  }

  /** Ends it, whatever it is doing; what it does fails with the error. */
  async end(error: unknown): Promise<void> {
    const current = this.#current;
    this.#isEnding = true;
    this.#current = null;
    clearTimeout(this.#timer);
    current?.reject(error);
    await this.#worker.terminate();
  }

  #finish(settle: (current: Waiting) => void): void {
    const current = this.#current;
    if (current === null) return;
    this.#current = null;
    clearTimeout(this.#timer);
    this.#worker.unref();
    settle(current);
    this.#listener.idle();
  }
}

const tooLong = () =>
  apiError('REQUEST_TIMEOUT', 'The request took too long; request less at a time.', { http: { status: 503 } });
const busy = () =>
  apiError('BUSY', 'Too many costly queries are waiting; retry in a moment.', {
    http: { status: 503, headers: { 'retry-after': '1' } },
  });
