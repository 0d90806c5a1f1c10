import type { PrismaClient } from '../generated/client.ts';

/** How many documents, citations and passages stand in the ledger. */
export async function readCounts(prisma: PrismaClient) {
  const [row] = await prisma.$queryRaw<{ documents: number; citations: number; passages: number }[]>`
    SELECT (SELECT count(*)::int FROM document WHERE retired_in IS NULL) AS documents,
      (SELECT count(*)::int FROM citation WHERE retired_in IS NULL) AS citations,
      (SELECT count(*)::int FROM passage WHERE retired_in IS NULL) AS passages`;
  return row ?? { documents: 0, citations: 0, passages: 0 };
}

/** Which words a curator reads as which position. */
export const readVerbGuide = (prisma: PrismaClient) =>
  prisma.verbGuide.findMany({ where: { retiredIn: null }, orderBy: { id: 'asc' } });
