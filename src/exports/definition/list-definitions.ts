import type { PrismaClient } from '#ledger/generated/client.ts';

/** Every definition by name, each with its newest runs, the newest first. */
export const listDefinitions = (prisma: PrismaClient, runsOfEach: number) =>
  prisma.exportDefinition.findMany({
    orderBy: { name: 'asc' },
    include: { runs: { orderBy: { id: 'desc' }, take: runsOfEach } },
  });

/** Runs of a definition, the newest first. */
export const listRuns = (prisma: PrismaClient, definitionId: number, atMost: number) =>
  prisma.exportRun.findMany({ where: { definitionId }, orderBy: { id: 'desc' }, take: atMost });
