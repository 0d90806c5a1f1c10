import type { Config } from '#config/read-config.ts';
import type { QueryEngine } from '#exports/stored-query/query-engine.ts';
import { buildSnapshot } from '#ledger/snapshot/build-snapshot.ts';

/**
 * The schema as stored queries use it, loaded when it is needed, so that the other commands do not wait for GraphQL. With the address of a
 * database, the cost of queries is known for its ledger.
 */
export async function loadEngine(config: Config, databaseUrl?: string): Promise<QueryEngine> {
  const { createQueryEngine } = await import('#graphql/stored-query/query-engine.ts');
  const { setPageSizes } = await import('#graphql/connection/page.ts');
  const { shapeErrors } = await import('#graphql/execution/shape-errors.ts');
  const { ledgerSizes } = await import('#ledger/compare/ledger-sizes.ts');
  setPageSizes({ usual: Math.min(config.pageSize, config.maxPageSize), largest: config.maxPageSize });
  const sizes = databaseUrl === undefined ? null : ledgerSizes(await buildSnapshot(databaseUrl));
  return createQueryEngine({
    sizes: () => sizes,
    documentProblems: (document) => shapeErrors(document, config).map(({ message }) => message),
    maxCost: config.maxCost,
  });
}
