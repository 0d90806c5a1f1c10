import type { Prisma } from '#postgres/generated/client.ts';

/** Every definition by name, each with its newest runs, the newest first. */
export const listDefinitions = (prisma: Prisma.TransactionClient, runsOfEach: number) =>
  prisma.exportDefinition.findMany({
    orderBy: { name: 'asc' },
    include: { runs: { orderBy: { id: 'desc' }, take: runsOfEach } },
  });

/** One definition with its newest runs, the newest first; null when there is none of the name. */
export const readDefinition = (prisma: Prisma.TransactionClient, name: string, runs: number) =>
  prisma.exportDefinition.findUnique({
    where: { name },
    include: { runs: { orderBy: { id: 'desc' }, take: runs } },
  });

/** Runs of a definition, the newest first. */
export const listRuns = (prisma: Prisma.TransactionClient, definitionId: number, atMost: number) =>
  prisma.exportRun.findMany({ where: { definitionId }, orderBy: { id: 'desc' }, take: atMost });
