import type { Limits } from '../limits/limits.ts';
import { bucketOf, buckets } from '../limits/rate-limit.ts';
import type { ErrorAnswer } from '../refuse.ts';

export type RoomLimits = Pick<Limits, 'subscriptions' | 'subscriptionsPerClient'>;

/** Memory in which an event loop counts subscriptions: those of all loops of the process, and its own, which are taken off when it ends. */
export interface RoomMemory {
  readonly all: SharedArrayBuffer;
  readonly own: SharedArrayBuffer;
}

// A number for each bucket of clients, and one for all together.
const everybody = buckets;
const newCounts = () => new SharedArrayBuffer((buckets + 1) * Int32Array.BYTES_PER_ELEMENT);

/** The memory of an event loop: of the first one of a process, or of another, with what all of them have. */
export const newRoomMemory = (all = newCounts()): RoomMemory => ({ all, own: newCounts() });

/** Takes off what a loop had that ended without a word, and all its connections with it. */
export function leaveAll(memory: RoomMemory): void {
  const [all, own] = [new Int32Array(memory.all), new Int32Array(memory.own)];
  for (const [index, count] of own.entries()) if (count !== 0) Atomics.sub(all, index, count);
  own.fill(0);
}

const retryAfter = { 'retry-after': '5' };

/** How many subscriptions a server has, and each of its clients, in memory that all event loops of the process count in. */
export class Room {
  readonly #limits: RoomLimits;
  readonly #all: Int32Array;
  readonly #own: Int32Array;

  constructor(limits: RoomLimits, { all, own }: RoomMemory) {
    this.#limits = limits;
    this.#all = new Int32Array(all);
    this.#own = new Int32Array(own);
  }

  /** Takes a place for a client, who is to leave it; or says why there is none. */
  take(client: string): ErrorAnswer | null {
    const { subscriptions, subscriptionsPerClient } = this.#limits;
    const refusal = { code: 'TOO_MANY_SUBSCRIPTIONS', headers: retryAfter } as const;
    const bucket = bucketOf(client);
    if (Atomics.add(this.#all, bucket, 1) >= subscriptionsPerClient) {
      Atomics.sub(this.#all, bucket, 1);
      const message = `The client has ${subscriptionsPerClient} subscriptions on this server, the most that one may have; end one first.`;
      return { ...refusal, status: 429, message };
    }
    if (Atomics.add(this.#all, everybody, 1) >= subscriptions) {
      for (const index of [bucket, everybody]) Atomics.sub(this.#all, index, 1);
      const message = `This server has ${subscriptions} subscriptions, the most that it takes; retry later or on another server.`;
      return { ...refusal, status: 503, message };
    }
    for (const index of [bucket, everybody]) Atomics.add(this.#own, index, 1);
    return null;
  }

  leave(client: string): void {
    for (const index of [bucketOf(client), everybody]) {
      Atomics.sub(this.#all, index, 1);
      Atomics.sub(this.#own, index, 1);
    }
  }
}
