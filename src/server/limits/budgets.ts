/** Clients are counted in this many buckets, which bounds the memory: two in one bucket share its points. */
export const buckets = 2 ** 16;

/** The bucket in which a client is counted, the same in every process (FNV-1a). Says nothing of an address, so none is kept. */
export function bucketOf(client: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < client.length; index++) hash = Math.imul(hash ^ client.charCodeAt(index), 0x01000193);
  return ((hash ^ (hash >>> 16)) >>> 0) % buckets;
}

/** What is left to a client. */
export interface Budget {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Milliseconds until all points are there again. */
  readonly resetMs: number;
}

// A bucket is one number, so that threads change it in one step: below, the points used, more than any limit at most; above, when the minute ends.
const usedBits = 30n;
const usedMask = (1n << usedBits) - 1n;
const mostUsed = Number(usedMask);
/** Milliseconds of a unit of time: 34 bits of them are eight years. */
const unitMs = 16;

/** The points that clients used in their minute, in memory that all threads of a process count in. */
export class Budgets {
  /** What `new Budgets` takes in another thread. */
  readonly memory: SharedArrayBuffer;
  readonly #windowMs: number;
  readonly #words: BigUint64Array;
  /** By the clock that all threads have; the last of the words. */
  readonly #startedAt: bigint;

  constructor(windowMs: number, memory?: SharedArrayBuffer) {
    this.#windowMs = windowMs;
    this.memory = memory ?? new SharedArrayBuffer((buckets + 1) * BigUint64Array.BYTES_PER_ELEMENT);
    this.#words = new BigUint64Array(this.memory);
    if (memory === undefined) this.#words[buckets] = process.hrtime.bigint();
    this.#startedAt = this.#words[buckets] as bigint;
  }

  /** Takes points from a bucket, of at most so many in its minute, which begins when points are taken first. */
  take(bucket: number, points: number, most: number): Budget {
    const now = this.#now();
    for (;;) {
      const word = Atomics.load(this.#words, bucket);
      const endsAt = Number(word >> usedBits);
      const isOver = endsAt <= now;
      const end = isOver ? now + this.#windowMs / unitMs : endsAt;
      const used = Math.min((isOver ? 0 : Number(word & usedMask)) + points, mostUsed);
      if (Atomics.compareExchange(this.#words, bucket, word, wordOf(end, used)) !== word) continue;
      return { allowed: used <= most, remaining: Math.max(0, most - used), resetMs: Math.ceil((end - now) * unitMs) };
    }
  }

  /** Notes that a bucket has no points for so many milliseconds. */
  exhaust(bucket: number, milliseconds: number): void {
    Atomics.store(this.#words, bucket, wordOf(this.#now() + milliseconds / unitMs, mostUsed));
  }

  /** Milliseconds until a bucket of which more than `most` points are used has points again; 0: it has some. */
  waitOf(bucket: number, most: number): number {
    const word = Atomics.load(this.#words, bucket);
    if (Number(word & usedMask) <= most) return 0;
    return Math.max(0, (Number(word >> usedBits) - this.#now()) * unitMs);
  }

  #now(): number {
    return Number(process.hrtime.bigint() - this.#startedAt) / (1e6 * unitMs);
  }
}

const wordOf = (endsAt: number, used: number): bigint => (BigInt(Math.ceil(endsAt)) << usedBits) | BigInt(used);
