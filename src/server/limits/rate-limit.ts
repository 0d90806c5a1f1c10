import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { refuse } from '../refuse.ts';
import type { RequestRecord } from '../request-record.ts';
import type { Limits } from './limits.ts';

const windowSeconds = 60;

/**
 * Clients are counted in this many buckets, which bounds the memory: two in one bucket share its points. A bucket says nothing of an address, so none
 * is kept.
 */
const buckets = 2 ** 16;

/** A database that takes longer is not waited for; this process counts alone then. */
const patienceMs = 250;

/** What is left to a client. */
export interface Budget {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Milliseconds until all points are there again. */
  readonly resetMs: number;
}

/** Counts the points that clients use in a minute. */
export class RateLimit {
  readonly points: number;
  readonly #limiter: RateLimiterAbstract;
  /** Counts when the database does not. */
  readonly #ownMemory: RateLimiterMemory;
  /** Until when the clients of a bucket have no points left, by the clock of `performance`; read without calling the limiter. */
  readonly #exhausted = new Map<string, number>();

  constructor({ rateLimit: points, rateLimitStore }: Pick<Limits, 'rateLimit' | 'rateLimitStore'>, pool: Pool) {
    this.points = points;
    const options = { points, duration: windowSeconds, keyPrefix: '' };
    this.#ownMemory = new RateLimiterMemory(options);
    this.#limiter =
      rateLimitStore === 'memory'
        ? this.#ownMemory
        : new RateLimiterPostgres({
            ...options,
            storeClient: pool,
            storeType: 'pool',
            tableName: 'rate_limit',
            tableCreated: true,
            clearExpiredByTimeout: true,
          });
  }

  /** Milliseconds that a client has to wait before it is worth asking; 0: none. */
  waitOf(client: string): number {
    if (this.points === 0 || this.#exhausted.size === 0) return 0;
    const bucket = bucketOf(client);
    const until = this.#exhausted.get(bucket);
    if (until === undefined) return 0;
    const wait = until - performance.now();
    if (wait > 0) return wait;
    this.#exhausted.delete(bucket);
    return 0;
  }

  /** Takes points from a client; null when there is no limit. More than a full budget is never taken, so that every query can be answered. */
  async charge(client: string, cost: number): Promise<Budget | null> {
    if (this.points === 0) return null;
    const bucket = bucketOf(client);
    const { allowed, result } = await this.#consume(bucket, Math.max(1, Math.min(cost, this.points)));
    const { remainingPoints: remaining, msBeforeNext: resetMs } = result;
    if (!allowed) this.#exhausted.set(bucket, performance.now() + resetMs);
    return { allowed, remaining, resetMs };
  }

  async #consume(bucket: string, points: number) {
    if (this.#limiter === this.#ownMemory) return consume(this.#ownMemory, bucket, points);
    const inTime = consume(this.#limiter, bucket, points).catch(() => null);
    const shared = await Promise.race([inTime, delay(patienceMs, null, { ref: false })]);
    return shared ?? consume(this.#ownMemory, bucket, points);
  }
}

/** Takes points; too few of them is an answer, whatever else goes wrong an error. */
async function consume(limiter: RateLimiterAbstract, bucket: string, points: number) {
  try {
    return { allowed: true, result: await limiter.consume(bucket, points) };
  } catch (result) {
    if (result instanceof RateLimiterRes) return { allowed: false, result };
    throw result;
  }
}

/** The bucket in which a client is counted, the same in every process (FNV-1a). */
function bucketOf(client: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < client.length; index++) hash = Math.imul(hash ^ client.charCodeAt(index), 0x01000193);
  return String(((hash ^ (hash >>> 16)) >>> 0) % buckets);
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
