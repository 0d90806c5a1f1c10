import type { Surroundings } from '#exports/definition/definition.ts';
import { ledgerSource } from '#exports/ledger/ledger-source.ts';
import type { Database } from '#postgres/open-database.ts';
import { listSources } from '#stored-queries/list-sources.ts';
import type { CommandContext } from './command-context.ts';
import { loadEngine } from './load-engine.ts';

/** The sources and destinations that a definition may name. GraphQL is loaded only for stored queries. */
export async function exportSurroundings(
  what: string,
  prisma: Database['prisma'],
  context: CommandContext,
): Promise<Surroundings> {
  const config = context.config();
  const sources = what === ledgerSource.name ? [ledgerSource] : await listSources(prisma, await loadEngine(config));
  return { sources, destinations: config.exportDestinations };
}
