import type { Logger } from 'pino';
import type { Config } from '#config/read-config.ts';
import { ledgerSource } from '#exports/ledger/ledger-source.ts';
import { startWorker, type Worker } from '#exports/worker/worker.ts';
import type { Database } from '#ledger/open-database.ts';

/** Starts the worker that makes exports as they are due or asked for. */
export const startExportWorker = (database: Database, logger: Logger, config: Config): Promise<Worker> =>
  startWorker({ database, logger, sources: [ledgerSource], destinations: config.exportDestinations });
