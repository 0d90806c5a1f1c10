import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP, isIPv6 } from 'node:net';
import { apiError } from '#graphql/api-error.ts';
import type { Context } from '#graphql/context.ts';
import type { InvalidDocument, ValidDocument } from '#graphql/execution/documents.ts';
import type { Answer } from '#graphql/execution/execute.ts';
import { authenticate, type Caller, type KeyProblem } from '#ledger/keys/authenticate.ts';
import { notWritten } from '#ledger/write/write-failure.ts';
import type { Database } from '#postgres/open-database.ts';
import { onPrimary } from '#postgres/transaction.ts';
import { digestAt, type Snapshot } from '#snapshot/snapshot.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
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

/** Everything that determines a response, beside the query. */
export interface ComputedFrom {
  readonly snapshot: Snapshot;
  /** The UTC day of the request. */
  readonly day: number;
  /** Whether the response depends on the day. */
  readonly dependsOnDay: boolean;
}

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

const keyRefusals: Readonly<Record<KeyProblem | 'NO_BEARER' | 'NO_KEYS_HERE', string>> = {
  NO_BEARER: 'found an invalid value, expected "Bearer" and an API key',
  NO_KEYS_HERE: 'this server does not accept API keys, because CONCORD_KEY_SECRET is not set',
  WRONG_KEY: 'the API key does not exist',
  EXPIRED_KEY: 'the API key has expired',
  REVOKED_KEY: 'the API key was revoked',
};

/**
 * Who sends a request, by the Authorization header alone; null without one. Throws UNAUTHENTICATED for a header that is of no use, whatever is
 * asked. One that writes has its key looked up where it is to write, and waits for that.
 */
export async function callerOf(
  request: Request,
  database: Database,
  keySecret: string | null,
  writes: boolean,
): Promise<Caller | null> {
  const header = request.headers.get('authorization');
  if (header === null) return null;
  const [, text] = /^Bearer +(\S+)$/i.exec(header.trim()) ?? [];
  if (text === undefined) throw refused('NO_BEARER');
  if (keySecret === null) throw refused('NO_KEYS_HERE');
  const { pool } = database.primary;
  const caller = writes
    ? await onPrimary(pool, () => authenticate(pool, text, keySecret)).catch((error) => {
        throw notWritten(error);
      })
    : await authenticate(database.pool, text, keySecret);
  if (typeof caller === 'string') throw refused(caller);
  return caller;
}

const refused = (reason: keyof typeof keyRefusals) =>
  apiError('UNAUTHENTICATED', `Authorization: ${keyRefusals[reason]}.`, {
    reason,
    http: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
  });

/** What a server has in place of the revision that is wanted. */
function seenInstead(snapshot: Snapshot | null, { number }: WantedRevision): string {
  if (snapshot === null) return 'it is still loading the ledger';
  if (snapshot.revision < number) return `found revision ${snapshot.revision}`;
  return `found revision ${number} with digest ${digestAt(snapshot, number)}`;
}

const revisionHeader = 'concord-at-least-revision';
const patienceMs = 2_000;

/**
 * The snapshot that a request is answered from: the newest; with `Concord-At-Least-Revision: N` one that has revision N, and with `N:DIGEST` that very
 * revision, waited for up to two seconds. Throws REVISION_NOT_REACHED after that.
 */
export async function snapshotFor(request: Request, snapshots: Snapshots): Promise<Snapshot> {
  const text = request.headers.get(revisionHeader);
  if (text === null) return snapshots.newest();
  const wanted = wantedRevision(text);
  if (wanted === null) {
    const message = `Concord-At-Least-Revision: found "${text.slice(0, 80)}", expected a revision number, or number:digest with 16 to 64 hex digits.`;
    throw apiError('BAD_INPUT', message, { http: { status: 400 } });
  }
  const snapshot = await snapshots.atLeast(wanted.number, patienceMs, wanted.digest);
  if (snapshot !== null) return snapshot;
  const message = `Concord-At-Least-Revision: this server did not reach revision ${text} within two seconds; ${seenInstead(snapshots.current, wanted)}.`;
  throw apiError('REVISION_NOT_REACHED', message, { http: { status: 503, headers: { 'retry-after': '1' } } });
}

/** The revision that a response must include, from `Concord-At-Least-Revision`. */
interface WantedRevision {
  readonly number: number;
  /** At least the first 16 hex digits of its digest; empty: any digest. */
  readonly digest: string;
}

const revisionForm = /^(\d{1,9})(?::([0-9a-f]{16,64}))?$/;

/** The revision that a header names: `12`, or `12:` and its digest; null when it names none. */
export function wantedRevision(header: string): WantedRevision | null {
  const [, number, digest = ''] = revisionForm.exec(header) ?? [];
  return number === undefined ? null : { number: Number(number), digest };
}
