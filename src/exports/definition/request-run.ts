import { randomUUID } from 'node:crypto';
import type { Prisma } from '#postgres/generated/client.ts';
import { findDefinition } from './find-definition.ts';

/**
 * Asks for a run besides those of the schedule; a worker begins it within seconds.
 * @throws ExportError `UNKNOWN_EXPORT`
 */
export async function requestRun(prisma: Prisma.TransactionClient, name: string, requestedBy: string) {
  const { id: definitionId } = await findDefinition(prisma, name);
  return prisma.exportRun.create({ data: { definitionId, jobId: randomUUID(), cause: 'REQUEST', requestedBy } });
}
