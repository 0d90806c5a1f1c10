import type { Prisma } from '#postgres/generated/client.ts';
import { findDefinition } from './find-definition.ts';

/**
 * Removes a definition and its runs. Published versions are kept; a run in progress is completed.
 * @throws ExportError `UNKNOWN_EXPORT`
 */
export async function removeDefinition(prisma: Prisma.TransactionClient, name: string): Promise<void> {
  const { id } = await findDefinition(prisma, name);
  await prisma.exportDefinition.deleteMany({ where: { id } });
}
