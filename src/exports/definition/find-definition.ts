import type { Prisma } from '#postgres/generated/client.ts';
import { ExportError } from '../export-error.ts';

/**
 * The stored definition with a name.
 * @throws ExportError `UNKNOWN_EXPORT`
 */
export async function findDefinition(prisma: Prisma.TransactionClient, name: string) {
  // PostgreSQL does not accept text with a zero byte.
  const found = name.includes('\0') ? null : await prisma.exportDefinition.findUnique({ where: { name } });
  if (found !== null) return found;
  throw new ExportError('UNKNOWN_EXPORT', `There is no export ${JSON.stringify(name)}.`);
}
