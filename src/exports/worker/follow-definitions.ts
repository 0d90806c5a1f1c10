import type { PgBoss } from 'pg-boss';
import type { PrismaClient } from '#postgres/generated/client.ts';
import type { ExportRunModel } from '#postgres/generated/models.ts';
import { type DueRuns, makeDueRuns } from './due-runs.ts';
import { queueOf } from './jobs.ts';
import { leaveRun } from './run-record.ts';

const stopped = 'The worker stopped responding, and no attempts are left.';

/**
 * Makes runs of what is due and jobs of the runs that wait, at its own destinations, and an end of runs that were abandoned. Several
 * workers may do so at once.
 */
export async function followDefinitions(boss: PgBoss, due: DueRuns): Promise<void> {
  const { prisma } = due.database;
  await makeDueRuns(due);
  await sendQueued(boss, prisma, due.destinations);
  await settleBegun(boss, prisma);
}

/** Queues requested runs. A run that was already sent is not sent twice, because it has the id of its job. */
async function sendQueued(boss: PgBoss, prisma: PrismaClient, destinations: readonly string[]): Promise<void> {
  const runs = await prisma.exportRun.findMany({
    where: { status: 'QUEUED', definition: { destination: { in: [...destinations] } } },
    include: { definition: true },
    orderBy: { id: 'asc' },
  });
  for (const { jobId, definition } of runs) {
    const queue = queueOf(definition.destination);
    if ((await boss.findJobs(queue, { id: jobId })).length > 0) continue;
    await boss.send(queue, { definition: definition.name }, { id: jobId, singletonKey: definition.name });
  }
}

/** Looks after runs at every destination: there may be no worker left that has one of them. */
async function settleBegun(boss: PgBoss, prisma: PrismaClient): Promise<void> {
  const runs = await prisma.exportRun.findMany({
    where: { status: { in: ['RUNNING', 'RETRYING'] } },
    include: { definition: true },
  });
  for (const { definition, ...run } of runs) {
    const state = await jobState(boss, run);
    if (state === 'active') continue;
    if (state === null || ['failed', 'cancelled', 'completed'].includes(state)) await endAbandoned(prisma, run);
    else if (definition.destination !== run.destination) await leaveRun(prisma, run);
  }
}

/** State of the job of a run that was begun; null when there is no such job any more. */
async function jobState(boss: PgBoss, { jobId, destination }: ExportRunModel): Promise<string | null> {
  if (destination === null) return null;
  const queue = queueOf(destination);
  if ((await boss.getQueue(queue)) === null) return null;
  const [job] = await boss.findJobs(queue, { id: jobId });
  return job?.state ?? null;
}

async function endAbandoned(prisma: PrismaClient, { id, status, error }: ExportRunModel): Promise<void> {
  const ended = { status: 'FAILED', endedAt: new Date(), step: null, stepDone: null } as const;
  await prisma.exportRun.updateMany({ where: { id, status }, data: { ...ended, error: error ?? stopped } });
}
