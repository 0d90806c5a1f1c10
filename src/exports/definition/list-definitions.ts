import type { PrismaClient } from '#ledger/generated/client.ts';

/** Every definition by name, each with its newest run, if it ever ran. */
export const listDefinitions = (prisma: PrismaClient) =>
  prisma.exportDefinition.findMany({
    orderBy: { name: 'asc' },
    include: { runs: { orderBy: { id: 'desc' }, take: 1 } },
  });

/** Runs of a definition, the newest first. */
export const listRuns = (prisma: PrismaClient, definitionId: number, atMost: number) =>
  prisma.exportRun.findMany({ where: { definitionId }, orderBy: { id: 'desc' }, take: atMost });
