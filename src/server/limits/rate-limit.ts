import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from '../refuse.ts';
import type { RequestRecord } from '../request-record.ts';
import type { Limits } from './limits.ts';

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

const windowSeconds = 60;

/** A database that takes longer is not waited for; this process counts alone then, until it has answered: others would only wait behind. */
const patienceMs = 250;
/**
 * Milliseconds for which one that failed is not asked again: where it cannot be written, as during a failover, each question would cost a connection, because
 * pg closes those on which one failed.
 */
const restMs = 1_000;

/** Counts the points that clients use in a minute. */
export class RateLimit {
  readonly points: number;
  /** Counts in memory, of which `new RateLimit` in another thread takes `memory` to count in the same. Alone, or when the database does not. */
  readonly budgets: Budgets;
  readonly #limiter: RateLimiterPostgres | null;
  /** Questions that the database has not answered in time, or failed to a moment ago. While there are any, this process counts alone. */
  #unanswered = 0;

  constructor(
    { rateLimit: points, rateLimitStore }: Pick<Limits, 'rateLimit' | 'rateLimitStore'>,
    pool: Pool,
    memory?: SharedArrayBuffer,
  ) {
    this.points = points;
    this.budgets = new Budgets(windowSeconds * 1_000, memory);
    this.#limiter =
      rateLimitStore === 'memory'
        ? null
        : new RateLimiterPostgres({
            points,
            duration: windowSeconds,
            keyPrefix: '',
            storeClient: pool,
            storeType: 'pool',
            tableName: 'rate_limit',
            tableCreated: true,
            clearExpiredByTimeout: true,
          });
  }

  /** Milliseconds that a client has to wait before it is worth asking; 0: none. Does not ask the database. */
  waitOf(client: string): number {
    return this.points === 0 ? 0 : this.budgets.waitOf(bucketOf(client), this.points);
  }

  /** Takes points from a client; null when there is no limit. More than a full budget is never taken, so that every query can be answered. */
  async charge(client: string, cost: number): Promise<Budget | null> {
    if (this.points === 0) return null;
    const bucket = bucketOf(client);
    const points = Math.max(1, Math.min(cost, this.points));
    const budget = this.#unanswered > 0 ? null : await this.#consume(bucket, points);
    if (budget === null) return this.budgets.take(bucket, points, this.points);
    if (!budget.allowed) this.budgets.exhaust(bucket, budget.resetMs);
    return budget;
  }

  /** Null where the database does not count, fails or does not answer in time. */
  async #consume(bucket: number, points: number): Promise<Budget | null> {
    if (this.#limiter === null) return null;
    let settled = false;
    const counted = consume(this.#limiter, bucket, points)
      .catch(() => {
        this.#countAlone(delay(restMs, null, { ref: false }));
        return null;
      })
      .finally(() => {
        settled = true;
      });
    const budget = await Promise.race([counted, delay(patienceMs, null, { ref: false })]);
    if (!settled) this.#countAlone(counted);
    return budget;
  }

  #countAlone(until: Promise<unknown>): void {
    this.#unanswered++;
    void until.then(() => this.#unanswered--);
  }
}

/** Takes points; too few of them is an answer, whatever else goes wrong an error. */
async function consume(limiter: RateLimiterPostgres, bucket: number, points: number): Promise<Budget> {
  const budgetOf = (allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Budget => ({
    allowed,
    remaining: remainingPoints,
    resetMs: msBeforeNext,
  });
  try {
    return budgetOf(true, await limiter.consume(String(bucket), points));
  } catch (result) {
    if (result instanceof RateLimiterRes) return budgetOf(false, result);
    throw result;
  }
}

/** The error for a client without points. */
export function tooManyPoints({ points }: RateLimit, waitMs: number) {
  const seconds = Math.ceil(waitMs / 1_000);
  const message = `All ${points} points for this minute are used; retry in ${seconds} s.`;
  return { message, headers: { 'retry-after': String(seconds) } };
}

/** The headers of draft-ietf-httpapi-ratelimit-headers: how many points a client has in a minute, how many are left and for how long. */
export const budgetHeaders = ({ points }: RateLimit, { remaining, resetMs }: Budget) => ({
  'ratelimit-policy': `"points";q=${points};w=60`,
  ratelimit: `"points";r=${remaining};t=${Math.ceil(resetMs / 1_000)}`,
});

/**
 * Answers a request, unless its client has no points left: that is said before anything of the request is read. What was refused before its
 * cost was known takes one point.
 */
export async function limited(
  rateLimit: RateLimit,
  record: RequestRecord,
  response: ServerResponse,
  answer: () => Promise<void>,
): Promise<void> {
  const waitMs = rateLimit.waitOf(record.client);
  if (waitMs > 0) {
    const { message, headers } = tooManyPoints(rateLimit, waitMs);
    record.errorCodes = ['RATE_LIMITED'];
    refuse(response, { status: 429, code: 'RATE_LIMITED', message, headers: { ...headers, connection: 'close' } });
    return;
  }
  await answer();
  if (!record.charged) await rateLimit.charge(record.client, 1);
}
