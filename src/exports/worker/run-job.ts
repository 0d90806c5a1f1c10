import type { JobWithMetadata } from 'pg-boss';
import type { ExportDestination } from '#config/export-destinations.ts';
import type { Database } from '#postgres/open-database.ts';
import { definitionOf } from '../definition/definition-record.ts';
import { openDestination } from '../destination/open-destination.ts';
import { runExport } from '../publish/run-export.ts';
import { findSource, type Source } from '../source/source.ts';
import type { ExportJob } from './jobs.ts';
import type { Logger } from './logger.ts';
import { beginRecord } from './run-record.ts';

export interface RunContext {
  readonly database: Database;
  /** What can be exported now. */
  readonly sources: () => Promise<readonly Source[]>;
  readonly destinations: readonly ExportDestination[];
  readonly logger: Logger;
  /** Aborted when the worker is to stop. */
  readonly stopping: AbortSignal;
}

/** Does one attempt of a run and writes down what became of it. Throws when it failed, so that the job is tried again. */
export async function runJob(context: RunContext, job: JobWithMetadata<ExportJob>): Promise<void> {
  const { database, sources, destinations, logger, stopping } = context;
  const stored = await database.prisma.exportDefinition.findUnique({ where: { name: job.data.definition } });
  // Removed after the job was sent.
  if (stored === null) return;
  const definition = definitionOf(stored);
  const attempts = job.retryCount + 1;
  const record = await beginRecord(database.prisma, { jobId: job.id, definitionId: stored.id, attempts });
  try {
    const outcome = await runExport({
      ...definition,
      databaseUrl: database.url,
      source: findSource(await sources(), definition.what),
      destination: await openDestination(destinations, definition.destination),
      asKnownAt: null,
      again: false,
      report: record.report,
      signal: AbortSignal.any([job.signal, stopping]),
    });
    await record.succeed(outcome);
    logger.info({ export: definition.name, version: outcome.index.version, status: outcome.status }, 'export made');
  } catch (error) {
    const willRetry = job.retryCount < job.retryLimit;
    logger.error({ err: error, export: definition.name, attempts, willRetry }, 'export failed');
    await record.fail(error, willRetry);
    throw error;
  }
}
