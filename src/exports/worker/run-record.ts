import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '#postgres/generated/client.ts';
import type { ExportRunModel } from '#postgres/generated/models.ts';
import { Refusal } from '#refusal/refusal.ts';
import type { Progress, Report } from '../publish/progress.ts';
import type { ExportOutcome } from '../publish/run-export.ts';

/** Number of runs that are stored per definition. */
export const keptRuns = 200;
const tellEveryMs = 1_000;
const unknownFailure = 'Internal error; see the log of the worker.';

/** Records the progress and outcome of one run. */
export interface RunRecord {
  readonly report: Report;
  succeed(outcome: ExportOutcome): Promise<void>;
  /** `willRetry`: another attempt follows. */
  fail(error: unknown, willRetry: boolean): Promise<void>;
}

/** An attempt of a run: that of a job, at a destination. */
export interface Attempt {
  readonly id: number;
  readonly definitionId: number;
  readonly jobId: string;
  readonly destination: string;
  /** Counts from 1. */
  readonly attempts: number;
}

/** Begins, or takes up again, the record of a run; null when it meanwhile belongs to another job or was begun at another destination. */
export async function beginRecord(
  prisma: PrismaClient,
  { id, definitionId, jobId, destination, attempts }: Attempt,
): Promise<RunRecord | null> {
  const begun = { status: 'RUNNING', attempts, destination, startedAt: new Date(), endedAt: null } as const;
  const { count } = await prisma.exportRun.updateMany({
    where: { id, jobId, OR: [{ destination: null }, { destination }] },
    data: begun,
  });
  if (count === 0) return null;
  // Sequential, so that no progress is written after the outcome.
  let writing: Promise<unknown> = Promise.resolve();
  let told = Number.NEGATIVE_INFINITY;
  const write = (data: Parameters<typeof prisma.exportRun.updateMany>[0]['data']) => {
    writing = writing.catch(() => {}).then(() => prisma.exportRun.updateMany({ where: { id }, data }));
    return writing;
  };
  const end = { step: null, stepDone: null };
  return {
    report: ({ step, done }: Progress) => {
      if (performance.now() - told < tellEveryMs) return;
      told = performance.now();
      // A failure to record progress must not end the run.
      write({ step, stepDone: done }).catch(() => {});
    },
    succeed: async ({ status, index: { revision, version, tables } }) => {
      const rows = Object.fromEntries(tables.map((table) => [table.name, table.rows]));
      await write({ ...end, status, revision: revision.number, version, rows, error: null, endedAt: new Date() });
      await prisma.exportRun.deleteMany({ where: { definitionId, id: { in: await outdated(prisma, definitionId) } } });
    },
    fail: async (error, willRetry) => {
      const message = error instanceof Refusal ? error.message : unknownFailure;
      const status = willRetry ? 'RETRYING' : 'FAILED';
      await write({ ...end, status, error: message, endedAt: willRetry ? null : new Date() });
    },
  };
}

/** Leaves a run whose export was amended to another destination to a worker that has it: it waits again, for another job. */
export async function leaveRun(
  prisma: PrismaClient,
  { id, jobId, destination }: Pick<ExportRunModel, 'id' | 'jobId' | 'destination'>,
): Promise<void> {
  await prisma.exportRun.updateMany({
    where: { id, jobId, OR: [{ destination: null }, { destination }] },
    data: { status: 'QUEUED', jobId: randomUUID(), destination: null },
  });
}

async function outdated(prisma: PrismaClient, definitionId: number): Promise<number[]> {
  const runs = await prisma.exportRun.findMany({
    where: { definitionId },
    orderBy: { id: 'desc' },
    skip: keptRuns,
    select: { id: true },
  });
  return runs.map(({ id }) => id);
}
