import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP, isIPv6 } from 'node:net';
import type { Context } from '#graphql/context.ts';
import type { InvalidDocument, ValidDocument } from '#graphql/execution/documents.ts';
import type { Answer } from '#graphql/execution/execute.ts';
import type { ComputedFrom } from './caching/http-caching.ts';
import type { ErrorAnswer } from './refuse.ts';

/** What becomes known of one request while it is answered; the log line, the metrics and the response headers are made from it. */
export interface RequestRecord {
  /** Told to the client, so that a person can find the line in the log. */
  readonly id: string;
  /** When it came, by the clock of `performance`. */
  readonly startedAt: number;
  /** The client for rate limits: an address, or the name of an API key. */
  readonly client: string;
  /** The name of the operation; null when it has none or could not be read. */
  operation: string | null;
  /** The name under which the operation is stored; null when the client wrote it itself. */
  storedOperation: string | null;
  /** Cost of the query in points; null when it was refused before it was known. */
  cost: number | null;
  /** Whether points were taken from the client. */
  charged: boolean;
  /** What the response to a GET was computed from; null when it may not be cached, or was not computed. */
  computedFrom: ComputedFrom | null;
  /** Headers to add to the response. */
  headers: Readonly<Record<string, string>>;
  /** The error for a write that exceeded its time limit, by its progress then; null when it did not. */
  late: ErrorAnswer | null;
  /** Codes of the errors in the answer. */
  errorCodes: readonly string[];
  /** Sends the stream of a subscription that was admitted; null for everything else. */
  openStream: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  /** Whether the answer is a stream of events, which lasts as long as its client likes. */
  isStream: boolean;
}

/** The record of a request that has just come, over so many proxies that are believed. */
export const newRecord = (id: string, request: IncomingMessage, proxies = 0): RequestRecord =>
  recordOf(id, clientOf(request, proxies));

/** The record of what a client has just asked, by HTTP or otherwise. */
export const recordOf = (id: string, client: string): RequestRecord => ({
  id,
  startedAt: performance.now(),
  client,
  operation: null,
  storedOperation: null,
  cost: null,
  charged: false,
  computedFrom: null,
  headers: {},
  late: null,
  errorCodes: [],
  openStream: null,
  isStream: false,
});

/** Headers with the cost of a response and the remaining points. */
export const ownHeaders = ({ cost, headers }: Pick<RequestRecord, 'cost' | 'headers'>) =>
  cost === null ? headers : { 'concord-cost': cost, ...headers };

/**
 * The context of one request, which takes note of whether its answer depends on the day: a resolver looks at `today` then. One class for all requests, so
 * that the engine knows the shape of each; a property defined for each request would cost more than a small answer.
 */
export class RequestContext implements Context, ComputedFrom {
  readonly day: number;
  dependsOnDay = false;
  database: Context['database'];
  readonly caller: Context['caller'];
  readonly snapshots: Context['snapshots'];
  snapshot: Context['snapshot'];
  loaders: Context['loaders'];
  readonly pageSizes: Context['pageSizes'];
  readonly engine: Context['engine'];
  readonly destinations: Context['destinations'];

  constructor(given: Context) {
    this.day = given.today;
    this.database = given.database;
    this.caller = given.caller;
    this.snapshots = given.snapshots;
    this.snapshot = given.snapshot;
    this.loaders = given.loaders;
    this.pageSizes = given.pageSizes;
    this.engine = given.engine;
    this.destinations = given.destinations;
  }

  get today(): number {
    this.dependsOnDay = true;
    return this.day;
  }
}

/** What http-server.ts hands over with each request. */
export interface ServerContext {
  readonly record: RequestRecord;
  /** The document of the request, once it is read; `syntaxError` is why it cannot be. */
  read?: ValidDocument | InvalidDocument | { readonly syntaxError: unknown };
  /** Whether the document is to be known by its hash once it is executed. */
  registers?: boolean;
  /** The answer, when Yoga has only to send it. */
  readonly executed?: Answer;
}

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
