import type { Config } from '#config/read-config.ts';
import { buildSnapshot } from '#snapshot/build-snapshot.ts';
import type { QueryEngine } from '#stored-queries/query-engine.ts';

/**
 * The schema as stored queries use it, loaded lazily so that other commands do not wait for GraphQL. With the address of a
 * database, the cost of queries is computed for its ledger.
 */
export async function loadEngine(config: Config, databaseUrl?: string): Promise<QueryEngine> {
  const { createQueryEngine } = await import('#graphql/stored-query/query-engine.ts');
  const { ledgerSizes } = await import('#graphql/cost/query-cost.ts');
  const sizes = databaseUrl === undefined ? null : ledgerSizes(await buildSnapshot(databaseUrl));
  return createQueryEngine({
    sizes: () => sizes,
    pageSizes: { usual: Math.min(config.pageSize, config.maxPageSize), largest: config.maxPageSize },
    limits: config,
  });
}
