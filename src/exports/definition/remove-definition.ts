import type { Prisma } from '#postgres/generated/client.ts';
import { findDefinition } from './find-definition.ts';

/**
 * Forgets a definition and its runs. What was published stays; a run under way ends its work.
 * @throws ExportError `UNKNOWN_EXPORT`
 */
export async function removeDefinition(prisma: Prisma.TransactionClient, name: string): Promise<void> {
  const { id } = await findDefinition(prisma, name);
  await prisma.exportDefinition.deleteMany({ where: { id } });
}
