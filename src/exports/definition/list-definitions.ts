import type { Prisma } from '#postgres/generated/client.ts';

/** All definitions in order of name, each with its newest runs, newest first. */
export const listDefinitions = (prisma: Prisma.TransactionClient, runsOfEach: number) =>
  prisma.exportDefinition.findMany({
    orderBy: { name: 'asc' },
    include: { runs: { orderBy: { id: 'desc' }, take: runsOfEach } },
  });

/** The definition with a name and its newest runs, newest first; null if there is none. */
export const readDefinition = (prisma: Prisma.TransactionClient, name: string, runs: number) =>
  prisma.exportDefinition.findUnique({
    where: { name },
    include: { runs: { orderBy: { id: 'desc' }, take: runs } },
  });

/** Runs of a definition, newest first. */
export const listRuns = (prisma: Prisma.TransactionClient, definitionId: number, atMost: number) =>
  prisma.exportRun.findMany({ where: { definitionId }, orderBy: { id: 'desc' }, take: atMost });
