import type { JobWithMetadata } from 'pg-boss';
import type { ExportDestination } from '#config/export-destinations.ts';
import type { Database } from '#postgres/open-database.ts';
import { definitionOf } from '../definition/definition-record.ts';
import { openDestination } from '../destination/open-destination.ts';
import { runExport } from '../publish/run-export.ts';
import { findSource, type Source } from '../source/source.ts';
import type { ExportJob } from './jobs.ts';
import type { Logger } from './logger.ts';
import { beginRecord, leaveRun } from './run-record.ts';

export interface RunContext {
  readonly database: Database;
  /** The sources that can be exported now. */
  readonly sources: () => Promise<readonly Source[]>;
  readonly destinations: readonly ExportDestination[];
  readonly logger: Logger;
  /** Aborted when the worker must stop. */
  readonly stopping: AbortSignal;
}

/**
 * Does one attempt of a run at a destination and writes down what became of it. Throws when it failed, so that the job is tried again.
 * A run whose export now goes to another destination is left to who has that.
 */
export async function runJob(
  context: RunContext,
  { destination, job }: { readonly destination: string; readonly job: JobWithMetadata<ExportJob> },
): Promise<void> {
  const { database, sources, destinations, logger, stopping } = context;
  const { prisma } = database;
  const run = await prisma.exportRun.findUnique({ where: { jobId: job.id }, include: { definition: true } });
  // Its export was removed after the job was sent.
  if (run === null) return;
  const definition = definitionOf(run.definition);
  const attempts = job.retryCount + 1;
  const attempt = { id: run.id, definitionId: run.definitionId, jobId: job.id, destination, attempts };
  if (definition.destination !== destination) return leaveRun(prisma, attempt);
  const record = await beginRecord(prisma, attempt);
  if (record === null) return;
  try {
    const outcome = await runExport({
      ...definition,
      databaseUrl: database.url,
      source: findSource(await sources(), definition.what),
      destination: await openDestination(destinations, destination),
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
