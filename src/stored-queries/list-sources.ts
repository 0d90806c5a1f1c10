import { ledgerSource } from '#exports/ledger/ledger-source.ts';
import type { Source } from '#exports/source/source.ts';
import { listQueries } from './find-queries.ts';
import type { QueryEngine } from './query-engine.ts';
import { querySource } from './query-source.ts';

/** Everything that can be exported now: the ledger, and each stored query that needs to be told nothing. */
export async function listSources(
  prisma: Parameters<typeof listQueries>[0],
  engine: QueryEngine,
): Promise<readonly Source[]> {
  const sources = (await listQueries(prisma)).flatMap((query) => {
    try {
      return [querySource(engine, query)];
    } catch {
      // Who names it is told that it cannot be exported.
      return [];
    }
  });
  return [ledgerSource, ...sources];
}
