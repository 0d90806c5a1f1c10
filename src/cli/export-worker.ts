import type { Logger } from 'pino';
import type { Config } from '#config/read-config.ts';
import { startWorker, type Worker } from '#exports/worker/worker.ts';
import type { Database } from '#postgres/open-database.ts';
import { listSources } from '#stored-queries/list-sources.ts';
import { loadEngine } from './load-engine.ts';

/** Starts the worker that runs exports on schedule and on request. */
export async function startExportWorker(database: Database, logger: Logger, config: Config): Promise<Worker> {
  const engine = await loadEngine(config);
  const sources = () => listSources(database.prisma, engine);
  return startWorker({ database, logger, sources, destinations: config.exportDestinations });
}
