import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Figures } from '../metrics.ts';
import type { QueryThreads } from '../threads/query-threads.ts';
import { outcomeOf } from './lent-threads.ts';
import type { FromLoop, LoopOptions, ToLoop } from './messages.ts';
import type { Publisher } from './publisher.ts';

/** A loop that is busy for longer is not waited for; what it counted before is shown. */
const countingMs = 1_000;

interface Listener {
  readonly told: (message: FromLoop) => void;
  /** It ended by itself, or was ended. */
  readonly ended: (error: unknown) => void;
}

/** A thread with an event loop, seen from the first loop. */
export class LoopThread {
  /** Settles when its code is there, or it ended. */
  readonly loaded: Promise<unknown>;
  /** What it was last known to have counted. */
  counted: Figures = [];
  isListening = false;
  readonly #worker: Worker;
  readonly #answers = new Map<string, PromiseWithResolvers<FromLoop>>();
  /** Why it ended; null while it runs. */
  #end: unknown = null;
  #listening: Promise<void> | null = null;
  #asked = 0;

  constructor(workerData: LoopOptions, { told, ended }: Listener) {
    const { port } = workerData.published;
    this.#worker = new Worker(new URL('./loop-thread.ts', import.meta.url), { workerData, transferList: [port] });
    let cause: unknown = new Error('the thread exited');
    this.#worker.on('error', (error) => {
      cause = error;
    });
    this.#worker.on('exit', () => {
      this.#end = cause;
      this.isListening = false;
      for (const { reject } of this.#answers.values()) reject(cause);
      this.#answers.clear();
      ended(cause);
    });
    this.#worker.on('message', (message: FromLoop) => {
      const name = nameOf(message);
      this.#answers.get(name)?.resolve(message);
      this.#answers.delete(name);
      told(message);
    });
    this.loaded = this.#answer('LOADED');
    this.loaded.catch(() => {}); // who waits for it hears of it
  }

  /** Lets it listen where others listen, once. */
  listen(port: number): Promise<void> {
    this.#listening ??= this.#listen(port);
    return this.#listening;
  }

  async #listen(port: number): Promise<void> {
    const listening = this.#answer('LISTENING');
    this.tell({ kind: 'LISTEN', port });
    await listening;
    this.isListening = true;
  }

  /** What it has counted. */
  async count(): Promise<Figures> {
    const id = this.#asked++;
    const counted = this.#answer(`COUNTED ${id}`).then((message) => {
      if (message.kind === 'COUNTED') this.counted = message.figures;
    });
    this.tell({ kind: 'COUNT', id });
    await Promise.race([counted.catch(() => {}), delay(countingMs, undefined, { ref: false })]);
    return this.counted;
  }

  async execute(
    asked: Extract<FromLoop, { readonly kind: 'EXECUTE' | 'CHECK' }>,
    threads: QueryThreads,
    publisher: Publisher,
  ): Promise<void> {
    this.tell({ kind: 'EXECUTED', id: asked.id, outcome: await outcomeOf(asked, threads, publisher) });
  }

  tell(message: ToLoop): void {
    this.#worker.postMessage(message);
  }

  /** Lets its requests finish, while it still listens. */
  async finish(): Promise<void> {
    const finished = this.#answer('FINISHED');
    this.tell({ kind: 'FINISH' });
    await finished.catch(() => {});
  }

  /** Lets it close what it has open, after its requests have finished, and ends it. */
  async close(): Promise<void> {
    const closed = this.#answer('CLOSED');
    this.tell({ kind: 'CLOSE' });
    await closed.catch(() => {});
    await this.end();
  }

  /** Ends it at once, whatever it is doing. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  /** The message of a name when it comes. Rejects when the thread ends before. */
  #answer(name: string): Promise<FromLoop> {
    if (this.#end !== null) return Promise.reject(this.#end);
    const answer = Promise.withResolvers<FromLoop>();
    this.#answers.set(name, answer);
    return answer.promise;
  }
}

const nameOf = (message: FromLoop): string => (message.kind === 'COUNTED' ? `COUNTED ${message.id}` : message.kind);
