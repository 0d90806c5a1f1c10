import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { utcDay } from '#agreement/day.ts';
import type { Database } from '#postgres/open-database.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import { RememberedChanges } from '#stored-queries/changes/remembered-changes.ts';
import type { PastAnswerer } from '#webhooks/query-messages.ts';
import { answerRequest } from './answer-request.ts';
import { GraphqlCaching } from './caching/graphql-caching.ts';
import { openCaching } from './caching/open-caching.ts';
import { Packer } from './compression/packer.ts';
import { createGraphqlServer, type ServerOptions } from './create-yoga.ts';
import { openDocuments, type PersistedDocuments } from './documents/persisted-documents.ts';
import { createEdge } from './edge/create-edge.ts';
import { serveExports } from './exports-files.ts';
import { type First, type FirstOptions, type OfFirst, type Opened, openFirst, usualTimeoutMs } from './first-loop.ts';
import { type Limits, usualLimits } from './limits/limits.ts';
import { limited, RateLimit } from './limits/rate-limit.ts';
import { newRoomMemory } from './live/room.ts';
import type { Subscriptions } from './live/subscriptions.ts';
import { logRequests, type RequestObserver } from './log-request.ts';
import { maskErrorWith } from './mask-error.ts';
import { isThere } from './page/is-there.ts';
import { pageSummary } from './page/page-summary.ts';
import { servePage } from './page/serve-page.ts';
import { addSlash, graphqlEndpoint, isLogged, takePublicPath, withoutSlash } from './read-request.ts';
import { answerHealth, answerReady, Lifecycle, readiness, sayIfStale, sharedLooks } from './readiness.ts';
import { answerNotFound, type ErrorAnswer, refuse } from './refuse.ts';
import { newRecord, type RequestRecord } from './request-record.ts';
import { answerStoredQuery } from './stored-queries/answer-stored-query.ts';
import { pastAnswerer } from './stored-queries/past-answerer.ts';
import { queryAddress } from './stored-queries/query-address.ts';

export interface HttpServerOptions
  extends FirstOptions,
    Omit<ServerOptions, 'snapshots' | 'limits' | 'rateLimit' | 'room' | 'documents' | 'threads'> {
  /** Manifests of persisted documents beside those that come with Concord: files or folders. */
  readonly persistedDocuments?: readonly string[];
  /** The path under which a proxy serves Concord, such as `/concord`; empty at the root. */
  readonly publicPath?: string;
  /** Who may show charts in a frame, as `frame-ancestors` of a Content-Security-Policy says it; everybody by default. */
  readonly embedAncestors?: string;
  /** Seconds for which a cache may respond without revalidation. */
  readonly cacheSeconds?: number;
  /** Seconds for which an idle connection is kept open. */
  readonly keepAliveSeconds?: number;
  /** Other limits than the usual ones. */
  readonly limits?: Partial<Limits>;
  /** What this event loop has from the first one of the process; the first makes it. */
  readonly ofFirst?: OfFirst;
}

export interface HttpServer {
  /** Does not listen yet. Closing it lets go of the ledger. */
  readonly http: Server;
  readonly lifecycle: Lifecycle;
  readonly snapshots: Snapshots;
  readonly documents: PersistedDocuments;
  readonly subscriptions: Pick<Subscriptions, 'figures'>;
  /** Answers as of the past, for webhooks. */
  readonly answerer: PastAnswerer;
  /** What the other event loops of the process need of this one, which is the first; null: it is another. */
  readonly first: First | null;
  /** Adds an observer, which is called for every finished request. */
  observe(observer: RequestObserver): void;
}

/**
 * The HTTP server. `/` is the explorer page, `/graphql` the API, `/q/…` executes stored queries, `/health` and `/ready` report the state to a supervisor.
 * @throws ConfigError when a manifest of persisted documents cannot be used; nothing is open then.
 */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { database, logger, requestTimeoutMs = usualTimeoutMs, destinations = [], publicPath = '' } = options;
  const { embedAncestors = '*', ofFirst } = options;
  const wanted = { ...usualLimits, ...options.limits };
  // All loops count in the same place.
  const limits = ofFirst === undefined ? limitsOn(database.primary, wanted) : { ...wanted, ...storeOf(ofFirst) };
  // First of all, as it may throw: what is opened below has to be closed.
  const documents = openDocuments(options.persistedDocuments ?? [], limits, options.loops);
  const first = ofFirst === undefined ? openFirst(options, limits) : null;
  const { snapshots, threads } = ofFirst ?? (first as Opened); // one of them is there
  // What the pool met, the connection that follows the ledger may not have met yet.
  database.onMoved(() => snapshots.check());
  database.onLack(() => snapshots.check());
  const now = options.now ?? (() => new Date());
  const page = servePage({
    summaryOf: ({ pathname, searchParams }) =>
      snapshots.current === null ? null : pageSummary(pathname, searchParams, snapshots.current, utcDay(now())),
    isThere: (path) => isThere(path, snapshots.current),
    embedAncestors,
  });
  const lifecycle = new Lifecycle();
  const observers = [logRequests(logger)];
  const rateLimit = new RateLimit(limits, database.primary.pool, ofFirst?.budgets);
  const room = ofFirst?.room ?? newRoomMemory();
  const graphql = createGraphqlServer({ ...options, documents, snapshots, limits, rateLimit, room, threads });
  const { subscriptions } = graphql;
  void lifecycle.stopped.then(() => subscriptions.end());
  const maskError = maskErrorWith(logger);
  const packer = new Packer(options.loops);
  const exportsFiles = serveExports(destinations, publicPath, packer);
  const caching = openCaching({ ...options, snapshots, limits });
  const answering = {
    graphql,
    caching,
    graphqlCaching: new GraphqlCaching(caching, options.loops),
    packer,
    database,
    requestTimeoutMs,
    limits,
    snapshots,
    publicPath,
    maskError,
    now,
    remembered: new RememberedChanges(options.loops),
  };

  const ready = sharedLooks((forWrites) => readiness(database, snapshots, lifecycle, forWrites));

  const answer = async (path: string, request: IncomingMessage, response: ServerResponse, record: RequestRecord) => {
    if (path === '/health') return answerHealth(response);
    if (path === '/ready') return answerReady(request, response, ready);
    const isOfApi = path === graphqlEndpoint;
    if (addSlash(request, response, publicPath) || (!isOfApi && page(path, request, response))) return;
    if (lifecycle.stopping) return refuse(response, stopping);
    const inBudget = (work: () => Promise<void>) => limited(rateLimit, record, response, work);
    if (isOfApi) return inBudget(() => answerRequest(answering, request, response, record));
    if (exportsFiles(path, request, response)) return;
    const stored = queryAddress(path);
    if (stored !== null) return inBudget(() => answerStoredQuery(answering, stored, request, response, record));
    record.errorCodes = ['NOT_FOUND'];
    return inBudget(async () => answerNotFound(request, response));
  };

  const http = createEdge(options, (request, response) => {
    takePublicPath(request, publicPath);
    request.url = withoutSlash(request.url);
    const record = newRecord(response.requestId, request, limits.trustedProxies);
    const path = pathOf(request);
    if (lifecycle.leaving) response.setHeader('connection', 'close');
    sayIfStale(snapshots, response);
    lifecycle.begin();
    response.ended = () => {
      lifecycle.end();
      if (!isLogged(path)) return;
      const status = response.writableFinished ? response.statusCode : clientGone;
      const end = { status, milliseconds: performance.now() - record.startedAt };
      for (const observe of observers) {
        try {
          observe(request, record, end);
        } catch (err) {
          logger.error({ err, id: record.id }, 'an observer of finished requests failed');
        }
      }
    };
    answer(path, request, response, record).catch((err) => {
      logger.error({ err, id: record.id }, 'a request failed with an internal error');
      if (response.headersSent) response.destroy();
      else refuse(response, internalError(record.id));
    });
  });
  http.on('close', () => {
    subscriptions.end();
    void snapshots.close();
    void threads.close();
  });
  const { rateLimitStore } = limits;
  return {
    http,
    lifecycle,
    snapshots,
    documents,
    subscriptions,
    answerer: pastAnswerer(answering),
    first: first && { ...first, budgets: rateLimit.budgets.memory, rateLimitStore, subscribed: room.all },
    observe: (observer) => void observers.push(observer),
  };
}

/** On a standby nothing can be counted. */
const limitsOn = (primary: Database, limits: Limits): Limits =>
  primary.isStandby() ? { ...limits, rateLimitStore: 'memory' } : limits;

const storeOf = ({ rateLimitStore }: OfFirst) => ({ rateLimitStore });

const clientGone = 499;

const pathOf = ({ url = '/' }: IncomingMessage) => url.split('?', 1)[0] ?? '/';

const stopping: ErrorAnswer = {
  status: 503,
  code: 'STOPPING',
  message: 'This server is shutting down; retry later or on another server.',
};
const internalError = (requestId: string): ErrorAnswer => ({
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: `Internal error; see the server log for request ${requestId}.`,
});
