import type { PrismaClient } from '#postgres/generated/client.ts';
import { knownAt } from './known-at.ts';
import { knownRows, stood } from './known-rows.ts';

/** How many citations and passages stood in the ledger at a revision. */
export async function readCounts(prisma: PrismaClient, revision: number) {
  const [row] = await prisma.$queryRaw<{ citations: number; passages: number }[]>`
    SELECT (SELECT count(*)::int FROM citation WHERE added_in <= ${revision} AND (retired_in IS NULL OR retired_in > ${revision})) AS citations,
      (SELECT count(*)::int FROM ${knownRows('passage', revision)} WHERE ${stood(revision)}) AS passages`;
  return row ?? { citations: 0, passages: 0 };
}

/** Which words a curator reads as which position, as known at a revision. */
export const readVerbGuide = (prisma: PrismaClient, revision: number) =>
  prisma.verbGuide.findMany({ where: knownAt(revision), orderBy: { id: 'asc' } });
