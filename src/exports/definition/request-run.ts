import { randomUUID } from 'node:crypto';
import type { Prisma } from '#postgres/generated/client.ts';
import { findDefinition } from './find-definition.ts';

/**
 * Requests a run in addition to the schedule; a worker starts it within seconds.
 * @throws ExportError `UNKNOWN_EXPORT`
 */
export async function requestRun(prisma: Prisma.TransactionClient, name: string, requestedBy: string) {
  const { id: definitionId } = await findDefinition(prisma, name);
  return prisma.exportRun.create({ data: { definitionId, jobId: randomUUID(), cause: 'REQUEST', requestedBy } });
}
