import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { ExportDestination } from '#config/export-destinations.ts';
import { setPageSizes } from '#graphql/connection/page.ts';
import type { Context } from '#graphql/context.ts';
import { createLoaders } from '#graphql/loader/loaders.ts';
import { schema } from '#graphql/schema.ts';
import { createQueryEngine } from '#graphql/stored-query/query-engine.ts';
import { ledgerSizes } from '#ledger/compare/ledger-sizes.ts';
import type { Caller } from '#ledger/keys/scope.ts';
import type { Database } from '#ledger/open-database.ts';
import { utcDay } from '#ledger/snapshot/day.ts';
import type { Snapshot } from '#ledger/snapshot/snapshot.ts';
import type { Snapshots } from '#ledger/snapshot/snapshots.ts';
import type { KnownQueries } from './answer-known-query.ts';
import { useComputedFrom } from './caching/use-computed-from.ts';
import { callerOf } from './caller-of.ts';
import { CompiledQueries } from './compiled-queries.ts';
import { exposedHeaders } from './cors.ts';
import { documentIdParameter } from './documents/named-document.ts';
import type { PersistedDocuments } from './documents/persisted-documents.ts';
import { usePersistedDocuments } from './documents/use-persisted-documents.ts';
import { graphqlEndpoint } from './graphql-endpoint.ts';
import type { Limits } from './limits/limits.ts';
import type { RateLimit } from './limits/rate-limit.ts';
import { shapeErrors } from './limits/shape-errors.ts';
import { useCleanValues } from './limits/use-clean-values.ts';
import { useCostLimit } from './limits/use-cost-limit.ts';
import { useDocumentLimits } from './limits/use-document-limits.ts';
import { useRateLimit } from './limits/use-rate-limit.ts';
import { maskErrorWith } from './mask-error.ts';
import { usePlayground } from './playground/use-playground.ts';
import type { ServerContext } from './server-context.ts';
import { snapshotFor } from './snapshot-for.ts';
import { useCompiledExecution } from './use-compiled-execution.ts';
import { useGetParameters } from './use-get-parameters.ts';
import { useJsonOnly } from './use-json-only.ts';
import { useRequestRecord } from './use-request-record.ts';

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
  /** The clock; a request takes its day from it. */
  readonly now?: () => Date;
}

export type GraphqlServer = ReturnType<typeof createGraphqlServer>;

/** The GraphQL server: Yoga as a fetch handler, and what the short way around it takes. Nothing listens yet. */
export function createGraphqlServer(options: ServerOptions) {
  const { database, snapshots, logger, limits, rateLimit, keySecret = null } = options;
  const { now = () => new Date(), destinations = [] } = options;
  setPageSizes({ usual: Math.min(limits.pageSize, limits.maxPageSize), largest: limits.maxPageSize });
  const engine = createQueryEngine({
    sizes: () => snapshots.current && ledgerSizes(snapshots.current),
    documentProblems: (document) => shapeErrors(document, limits).map(({ message }) => message),
    maxCost: limits.maxCost,
  });
  const compiled = new CompiledQueries();
  const contextOf = (snapshot: Snapshot, caller: Caller | null, today: number): Context => {
    const loaders = createLoaders(database, snapshot.revision);
    return { database, caller, snapshots, snapshot, today, loaders, engine, destinations };
  };
  const { documents, trustedDocuments = false } = options;
  const yoga = createYoga<ServerContext, Context>({
    schema,
    graphqlEndpoint,
    landingPage: false,
    graphiql: false,
    batching: false,
    extraParamNames: [documentIdParameter],
    maxRequestBodySize: false,
    cors: { origin: '*', credentials: false, exposedHeaders },
    logging: false,
    maskedErrors: { maskError: maskErrorWith(logger) },
    plugins: [
      !trustedDocuments && usePlayground(graphqlEndpoint),
      useJsonOnly(graphqlEndpoint),
      useGetParameters(graphqlEndpoint),
      usePersistedDocuments({ documents, trustedOnly: trustedDocuments }),
      useDocumentLimits(limits),
      useRequestRecord(),
      useCostLimit(limits.maxCost),
      useRateLimit(rateLimit),
      useCleanValues(),
      useComputedFrom(),
      useCompiledExecution(compiled),
    ],
    async context({ request, answerFrom }) {
      const caller = await callerOf(request, database.pool, keySecret);
      const { snapshot, today } = answerFrom ?? {
        snapshot: await snapshotFor(request, snapshots),
        today: utcDay(now()),
      };
      return contextOf(snapshot, caller, today);
    },
  });
  const newContext = () => snapshots.current && contextOf(snapshots.current, null, utcDay(now()));
  const known: KnownQueries = { compiled, maxCost: limits.maxCost, rateLimit, newContext };
  return { yoga, known: trustedDocuments ? null : known }; // which takes texts
}
