import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Limits } from './limits.ts';

const windowSeconds = 60;

/**
 * Clients are counted in this many places, which bounds the memory: two that fall into one share its points. The place says nothing of an
 * address, so none is kept.
 */
const places = 2 ** 16;

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
    const place = placeOf(client);
    const until = this.#exhausted.get(place);
    if (until === undefined) return 0;
    const wait = until - performance.now();
    if (wait > 0) return wait;
    this.#exhausted.delete(place);
    return 0;
  }

  /** Takes points from a client; null when there is no limit. More than a full budget is never taken, so that every query can be answered. */
  async charge(client: string, cost: number): Promise<Budget | null> {
    if (this.points === 0) return null;
    const place = placeOf(client);
    const { allowed, result } = await this.#consume(place, Math.max(1, Math.min(cost, this.points)));
    const { remainingPoints: remaining, msBeforeNext: resetMs } = result;
    if (!allowed) this.#exhausted.set(place, performance.now() + resetMs);
    return { allowed, remaining, resetMs };
  }

  async #consume(place: string, points: number) {
    if (this.#limiter === this.#ownMemory) return consume(this.#ownMemory, place, points);
    const inTime = consume(this.#limiter, place, points).catch(() => null);
    const shared = await Promise.race([inTime, delay(patienceMs, null, { ref: false })]);
    return shared ?? consume(this.#ownMemory, place, points);
  }
}

/** Takes points; too few of them is an answer, whatever else goes wrong an error. */
async function consume(limiter: RateLimiterAbstract, place: string, points: number) {
  try {
    return { allowed: true, result: await limiter.consume(place, points) };
  } catch (result) {
    if (result instanceof RateLimiterRes) return { allowed: false, result };
    throw result;
  }
}

/** The bucket in which a client is counted, the same in every process (FNV-1a). */
function placeOf(client: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < client.length; index++) hash = Math.imul(hash ^ client.charCodeAt(index), 0x01000193);
  return String(((hash ^ (hash >>> 16)) >>> 0) % places);
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
 * Who asks, as far as limits are concerned: an IPv4 address, or the first 64 bits of an IPv6 address, all of which one household has. Of
 * X-Forwarded-For as many entries are believed as there are proxies, counted from the right: the rest is what anybody may have written.
 */
export function clientOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>, proxies: number): string {
  const own = socket.remoteAddress ?? '';
  if (proxies === 0) return networkOf(own);
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',', 100);
  const chain = [...forwarded.map(withoutPort), own].filter((address) => isIP(address) !== 0);
  return networkOf(chain.at(-1 - proxies) ?? chain[0] ?? own);
}

/** Some proxies add the port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
const withoutPort = (text: string): string =>
  text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1');

function networkOf(address: string): string {
  if (!address.includes(':') || !isIPv6(address)) return address; // the first is what nearly all need
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  const groups = [...first, ...zeros, ...last].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
