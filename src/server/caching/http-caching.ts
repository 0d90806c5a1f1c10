import { hash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { utcDay } from '#agreement/day.ts';
import { holdsRevision, type Snapshot } from '#snapshot/snapshot.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import { corsHeaders } from '../cors.ts';
import { oldestSnapshotMs } from '../readiness.ts';
import { type ComputedFrom, wantedRevision } from '../request-record.ts';

export interface CachingOptions {
  readonly snapshots: Pick<Snapshots, 'current' | 'checkedAt'>;
  /** What else determines answers: the build and its settings. */
  readonly identity: string;
  /** Seconds for which a cache may respond without revalidation. */
  readonly seconds: number;
  readonly now: () => Date;
}

const varies = 'Accept, Authorization, Concord-At-Least-Revision';
const kept = {
  vary: varies,
  // The same for all origins, so that a cache can give one answer to every application.
  ...corsHeaders,
};
/** In place of the same header of an answer that is long enough to be packed. */
export const variesByPacking = { vary: `${varies}, Accept-Encoding` };
const notKept = { 'cache-control': 'no-store' };

/**
 * Lets HTTP caches keep answers that are computed from the ledger, and tells a client that has the present one so without computing it again.
 * docs/decisions/http-caching.md gives the reasons.
 */
export class HttpCaching {
  readonly #options: CachingOptions;

  constructor(options: CachingOptions) {
    this.#options = options;
  }

  /** Seconds for which a cache may respond without revalidation. */
  get seconds(): number {
    return this.#options.seconds;
  }

  /** The headers of everything that may be kept. */
  get varying(): OutgoingHttpHeaders {
    return kept;
  }

  /** What the tags of all answers to a question in one format have in common. `question` is canonical: equal when the same is asked. */
  keyOf(question: string, format: string): string {
    return hash('sha256', `${this.#options.identity}\n${format}\n${question}`, 'base64url').slice(0, 22);
  }

  /** Whether a request may have a cached answer: a GET or HEAD of somebody who is not known. */
  concerns({ method, headers }: IncomingMessage): boolean {
    return (method === 'GET' || method === 'HEAD') && headers.authorization === undefined;
  }

  /** The headers of a 304 when the client has the present answer to its question; else null. */
  unchanged(request: IncomingMessage, key: string): OutgoingHttpHeaders | null {
    const { 'if-none-match': sent, 'concord-at-least-revision': atLeast } = request.headers;
    if (sent === undefined || !this.concerns(request)) return null;
    const snapshot = this.#vouchedFor();
    if (snapshot === null || !reaches(snapshot, atLeast)) return null;
    const now = this.#options.now();
    for (const day of [utcDay(now), null]) {
      const present = entityTag(snapshot, day, key);
      const etag = sentTag(sent, present);
      if (etag === null) continue;
      const packing = etag === present ? {} : variesByPacking;
      return { ...kept, ...packing, etag, 'cache-control': cacheControl(this.#options.seconds, day, now) };
    }
    return null;
  }

  /**
   * The headers of an answer to a GET or HEAD that say whether and how long it may be kept. `computedFrom` is null for errors and for what is
   * not computed from the ledger alone.
   */
  headersOf(request: IncomingMessage, key: string | null, computedFrom: ComputedFrom | null): OutgoingHttpHeaders {
    if (key === null || computedFrom === null || !this.concerns(request) || this.#vouchedFor() === null) return notKept;
    const { snapshot, dependsOnDay } = computedFrom;
    const day = dependsOnDay ? computedFrom.day : null;
    return {
      ...kept,
      etag: entityTag(snapshot, day, key),
      'cache-control': cacheControl(this.#options.seconds, day, this.#options.now()),
    };
  }

  /** The newest snapshot; null when the database was not heard of for so long that there may be a newer revision. */
  #vouchedFor(): Snapshot | null {
    const { current, checkedAt } = this.#options.snapshots;
    return checkedAt !== null && Date.now() - checkedAt.getTime() <= oldestSnapshotMs ? current : null;
  }
}

function reaches(snapshot: Snapshot, atLeast: string | string[] | undefined): boolean {
  if (atLeast === undefined) return true;
  const wanted = wantedRevision(String(atLeast));
  return wanted !== null && holdsRevision(snapshot, wanted.number, wanted.digest);
}

/** Hex digits of a digest in a tag: 96 bits, so that tags of two ledgers do not collide. */
const digits = 24;

/**
 * The entity tag of an answer, from number and digest of the revision that it was computed from (another ledger may have one of the same number), the
 * day as of which it was computed (null when it would be the same on any), and the key of its query, format and build.
 */
export const entityTag = (
  { revision, digest }: Pick<Snapshot, 'revision' | 'digest'>,
  day: number | null,
  key: string,
) => `"${revision}.${digest.slice(0, digits)}${day === null ? '' : `.${day}`}-${key}"`;

/**
 * A tag as an If-None-Match header has it; null when it has not. Who packs an answer, as we and nginx do, makes its tag weak; Apache puts the
 * packing at its end. `*` has no tag: it does not say what the client has.
 */
export function sentTag(header: string, tag: string): string | null {
  if (header === tag) return tag;
  if (!header.includes(tag.slice(1, -1))) return null; // most tags that are tried
  for (const one of header.split(',')) {
    const given = one.trim();
    const opaque = given.startsWith('W/') ? given.slice(2) : given;
    if (opaque === tag || opaque.replace(endOfApache, '"') === tag) return given;
  }
  return null;
}

const endOfApache = /-(?:gzip|br|deflate|zstd)"$/;

/** Whether an If-None-Match header has a tag, in whatever form. */
export const hasTag = (header: string, tag: string): boolean => sentTag(header, tag) !== null;

/**
 * Whether a request says `If-None-Match: *`: it wants nothing where there is any answer (RFC 9110, 13.1.2). Whether there is one is known only when it
 * is computed.
 */
export const wantsNoneOfAny = ({ headers }: IncomingMessage): boolean => headers['if-none-match']?.trim() === '*';

const millisecondsPerDay = 86_400_000;

/**
 * For how long an answer may be kept: so many seconds, and when it was computed as of a day not past the end of that. After it, every cache
 * asks whether it is still so.
 */
export function cacheControl(seconds: number, day: number | null, now: Date): string {
  const ofDay = day === null ? Number.POSITIVE_INFINITY : (day + 1) * millisecondsPerDay - now.getTime();
  const age = Math.max(0, Math.min(seconds, Math.floor(ofDay / 1_000)));
  return `public, max-age=${age}, must-revalidate`;
}
