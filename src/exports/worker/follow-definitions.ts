import type { PgBoss } from 'pg-boss';
import type { PrismaClient } from '#postgres/generated/client.ts';
import { queue } from './jobs.ts';

const stopped = 'The worker stopped responding, and no attempts are left.';

/** Makes the jobs agree with the stored definitions and runs. Several workers may do so at once. */
export async function followDefinitions(boss: PgBoss, prisma: PrismaClient): Promise<void> {
  await followSchedules(boss, prisma);
  await sendRequested(boss, prisma);
  await endAbandoned(boss, prisma);
}

async function followSchedules(boss: PgBoss, prisma: PrismaClient): Promise<void> {
  const scheduled = new Map((await boss.getSchedules(queue)).map((schedule) => [schedule.key, schedule]));
  for (const { name, schedule, zone } of await prisma.exportDefinition.findMany()) {
    const before = scheduled.get(name);
    if (schedule === null) continue;
    scheduled.delete(name);
    if (before?.cron === schedule && before.timezone === zone) continue;
    await boss.schedule(
      queue,
      schedule,
      { definition: name },
      { key: name, tz: zone, missed: 'once', singletonKey: name },
    );
  }
  // What is left has no definition, or one without a schedule.
  for (const key of scheduled.keys()) await boss.unschedule(queue, key);
}

/** A run that was sent already is not sent twice: it has the id of its job. */
async function sendRequested(boss: PgBoss, prisma: PrismaClient): Promise<void> {
  const runs = await prisma.exportRun.findMany({ where: { status: 'QUEUED' }, include: { definition: true } });
  for (const { jobId, definition } of runs) {
    if ((await boss.findJobs(queue, { id: jobId })).length > 0) continue;
    await boss.send(queue, { definition: definition.name }, { id: jobId, singletonKey: definition.name });
  }
}

async function endAbandoned(boss: PgBoss, prisma: PrismaClient): Promise<void> {
  const runs = await prisma.exportRun.findMany({ where: { status: { in: ['RUNNING', 'RETRYING'] } } });
  for (const { id, jobId, status, error } of runs) {
    const [job] = await boss.findJobs(queue, { id: jobId });
    if (job !== undefined && !['failed', 'cancelled', 'completed'].includes(job.state)) continue;
    const data = {
      status: 'FAILED',
      error: error ?? stopped,
      endedAt: new Date(),
      step: null,
      stepDone: null,
    } as const;
    await prisma.exportRun.updateMany({ where: { id, status }, data });
  }
}
