import type { ServerResponse } from 'node:http';
import { isWholeInMemory, unreadBytes } from './send-pieces.ts';

export interface SlowReadersOptions<Response> {
  /** Milliseconds after which a client that reads nothing of its response is disconnected. */
  readonly patienceMs: number;
  /** Total bytes of responses that may wait for their clients. */
  readonly mostPendingBytes?: number;
  /** Called for every response that is cut off, with the number of unread bytes. */
  readonly cut: (response: Response, pendingBytes: number) => void;
}

/** The responses that are looked after while they are in it. */
interface UnderWay<Response> {
  values(): Iterable<Response | null>;
}

/** Since when, and with how many bytes in memory, an answer waits for its client. */
interface Waiting {
  readonly since: number;
  readonly bytes: number;
}

const longestPauseMs = 1_000;
/** A client that on average reads a response in memory more slowly than this is disconnected too. */
const slowestBytesPerMs = 8;
const usualPendingBytes = 256 * 2 ** 20;

/**
 * Cuts the connections of clients that do not read their answers, which would stay in memory for ever: those that take nothing for a time, those that
 * take hardly anything, and when too many bytes wait, those that have kept them waiting longest.
 */
export class SlowReaders<Response extends ServerResponse> {
  readonly #underWay: UnderWay<Response>;
  readonly #options: Required<SlowReadersOptions<Response>>;
  readonly #waiting = new WeakMap<Response, Waiting>();
  readonly #timer: NodeJS.Timeout;

  constructor(underWay: UnderWay<Response>, options: SlowReadersOptions<Response>) {
    this.#underWay = underWay;
    this.#options = { mostPendingBytes: usualPendingBytes, ...options };
    const pauseMs = Math.min(longestPauseMs, options.patienceMs / 2);
    this.#timer = setInterval(() => this.#look(performance.now()), pauseMs).unref();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(now: number): void {
    let pendingBytes = 0;
    const waiting: Response[] = [];
    for (const response of this.#underWay.values()) {
      if (!response?.headersSent) continue;
      const unread = unreadBytes(response);
      if (unread === 0) {
        this.#forget(response);
        continue;
      }
      pendingBytes += unread;
      const { since, bytes } = this.#waitingOf(response, now);
      if (now - since > this.#options.patienceMs + bytes / slowestBytesPerMs) this.#cut(response);
      else waiting.push(response);
    }
    waiting.sort((a, b) => this.#waitingOf(a, now).since - this.#waitingOf(b, now).since);
    for (const response of waiting) {
      if (pendingBytes <= this.#options.mostPendingBytes) return;
      pendingBytes -= unreadBytes(response);
      this.#cut(response);
    }
  }

  #waitingOf(response: Response, now: number): Waiting {
    const before = this.#waiting.get(response);
    if (before !== undefined) return before;
    // Only here, for setting it takes time that fast clients need not pay. Bytes that the client takes put it off, and the next request ends it.
    response.setTimeout(this.#options.patienceMs, () => this.#cut(response));
    // Of what is streamed only a little is in memory, however long it is.
    const bytes = isWholeInMemory(response) ? unreadBytes(response) : Number.POSITIVE_INFINITY;
    const found = { since: now, bytes };
    this.#waiting.set(response, found);
    return found;
  }

  /** The client has caught up: an answer that goes on may be silent for as long as it likes. */
  #forget(response: Response): void {
    if (!this.#waiting.delete(response)) return;
    response.removeAllListeners('timeout').setTimeout(0);
  }

  #cut(response: Response): void {
    this.#options.cut(response, unreadBytes(response));
    response.destroy();
  }
}
