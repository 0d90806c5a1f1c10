import { createYoga, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { utcDay } from '#agreement/day.ts';
import type { ExportDestination } from '#config/export-destinations.ts';
import { type Context, createLoaders } from '#graphql/context.ts';
import { ledgerSizes } from '#graphql/cost/query-cost.ts';
import { Documents } from '#graphql/execution/documents.ts';
import { schema } from '#graphql/schema.ts';
import { createQueryEngine } from '#graphql/stored-query/query-engine.ts';
import type { Caller } from '#ledger/keys/authenticate.ts';
import type { Database } from '#postgres/open-database.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import { hasTag } from './caching/http-caching.ts';
import { exposedHeaders } from './cors.ts';
import { documentIdParameter } from './documents/asked-document.ts';
import type { PersistedDocuments } from './documents/persisted-documents.ts';
import { GraphqlService, type PlainAnswering } from './graphql-service.ts';
import { type Limits, pageSizesOf } from './limits/limits.ts';
import type { RateLimit } from './limits/rate-limit.ts';
import type { RoomMemory } from './live/room.ts';
import { Subscriptions } from './live/subscriptions.ts';
import { maskErrorWith } from './mask-error.ts';
import { renderPage } from './playground/playground-page.ts';
import { graphqlEndpoint, opensPlayground, wantsPage } from './read-request.ts';
import { callerOf, RequestContext, type ServerContext, snapshotFor } from './request-record.ts';
import type { CostlyQueries } from './threads/costly-queries.ts';
import { useGetParameters, useJsonOnly, useService } from './use-service.ts';

export interface ServerOptions {
  readonly database: Database;
  readonly snapshots: Snapshots;
  readonly logger: Logger;
  /** The secret with which API keys are hashed; null when there are none. */
  readonly keySecret?: string | null;
  readonly limits: Limits;
  readonly rateLimit: RateLimit;
  /** The documents that are known by their hash. */
  readonly documents: PersistedDocuments;
  /** Whether only documents of manifests are answered. */
  readonly trustedDocuments?: boolean;
  /** Where exports may be published. */
  readonly destinations?: readonly ExportDestination[];
  /** Where subscriptions are counted. */
  readonly room: RoomMemory;
  /** Where costly queries are executed. */
  readonly threads: CostlyQueries;
  /** Among how many event loops of the process the memory of caches is divided; usually there is one. */
  readonly loops?: number;
  /** Points above which a query is executed there; usually 50,000. */
  readonly threadedFrom?: number;
  /** Milliseconds after which a request, or the computing of an event, is given up. */
  readonly requestTimeoutMs?: number;
  /** Seconds after which a client that reads nothing of its response is disconnected. */
  readonly slowReaderSeconds?: number;
  /** Seconds after which a stream that had nothing to tell shows that it is alive. */
  readonly heartbeatSeconds?: number;
  /** The clock; a request takes its day from it. */
  readonly now?: () => Date;
}

/** Some 25 ms, when nothing in a query waits: all that others should have to wait for one. */
const usuallyThreadedFrom = 50_000;

export type GraphqlServer = ReturnType<typeof createGraphqlServer>;

/** The GraphQL server: Yoga as a fetch handler, and what the short way around it takes. Nothing listens yet. */
export function createGraphqlServer(options: ServerOptions) {
  const { database, snapshots, logger, limits, rateLimit, keySecret = null } = options;
  const { now = () => new Date(), destinations = [] } = options;
  const pageSizes = pageSizesOf(limits);
  const engine = createQueryEngine({
    sizes: () => snapshots.current && ledgerSizes(snapshots.current),
    pageSizes,
    limits,
  });
  const contextOf = (snapshot: Snapshot, caller: Caller | null, today: number): Context => {
    const loaders = createLoaders(database, snapshot.revision);
    return { database, caller, snapshots, snapshot, today, loaders, pageSizes, engine, destinations };
  };
  const maskError = maskErrorWith(logger);
  const callerOfRequest = (request: Request, writes = false) => callerOf(request, database, keySecret, writes);
  const { documents: persisted, trustedDocuments = false } = options;
  const service = new GraphqlService({
    documents: new Documents(limits, options.loops),
    answered: { persisted, trustedOnly: trustedDocuments },
    limits,
    rateLimit,
    threads: options.threads,
    threadedFrom: options.threadedFrom ?? usuallyThreadedFrom,
  });
  const { requestTimeoutMs = 10_000, slowReaderSeconds = 30, heartbeatSeconds = 15 } = options;
  const subscriptions = new Subscriptions({
    ...{ database, snapshots, service, rateLimit, logger, limits, contextOf, maskError, requestTimeoutMs },
    room: options.room,
    heartbeatMs: heartbeatSeconds * 1_000,
    patienceMs: slowReaderSeconds * 1_000,
  });
  const yoga = createYoga<ServerContext, Context>({
    schema,
    graphqlEndpoint,
    landingPage: false,
    graphiql: false,
    batching: false,
    extraParamNames: [documentIdParameter],
    maxRequestBodySize: false,
    parserAndValidationCache: false,
    cors: { origin: '*', credentials: false, exposedHeaders },
    logging: false,
    maskedErrors: { maskError },
    plugins: [
      !trustedDocuments && usePlayground(graphqlEndpoint),
      useJsonOnly(graphqlEndpoint),
      useGetParameters(graphqlEndpoint),
      useService(service, subscriptions),
    ],
    async context({ request, read, params }) {
      const operation = read !== undefined && 'operations' in read ? read.operation(params.operationName) : null;
      const caller = await callerOfRequest(request, operation?.node.operation === 'mutation');
      return contextOf(await snapshotFor(request, snapshots), caller, utcDay(now()));
    },
  });
  const newContext = () => snapshots.current && new RequestContext(contextOf(snapshots.current, null, utcDay(now())));
  const plain: PlainAnswering = { service, newContext, maskError };
  return { yoga, plain, service, subscriptions, contextOf, callerOf: callerOfRequest };
}

/** Serves the playground to a browser that opens the endpoint, also with a query in the address; requests for JSON are passed on. */
function usePlayground(endpoint: string): Plugin {
  let page: ReturnType<typeof renderPage> | undefined;
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      const isPage = request.method === 'GET' && url.pathname === endpoint;
      if (!isPage || !opensPlayground(url.searchParams) || !wantsPage(request.headers.get('accept') ?? undefined))
        return;
      page ??= renderPage(endpoint);
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        etag: page.etag,
        vary: 'accept, accept-encoding',
        ...page.security,
      };
      const sent = request.headers.get('if-none-match') ?? '';
      if (sent.trim() === '*' || hasTag(sent, page.etag)) {
        endResponse(new fetchAPI.Response(null, { status: 304, headers }));
      } else if (request.headers.get('accept-encoding')?.includes('gzip')) {
        endResponse(new fetchAPI.Response(page.packed, { headers: { ...headers, 'content-encoding': 'gzip' } }));
      } else {
        endResponse(new fetchAPI.Response(page.plain, { headers }));
      }
    },
  };
}
