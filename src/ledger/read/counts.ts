import { Prisma, type PrismaClient } from '#postgres/generated/client.ts';
import { knownAt, knownAtSql, knownRows, stood } from './known-at.ts';

/** How many citations and passages stood in the ledger at a revision. */
export async function readCounts(prisma: PrismaClient, revision: number) {
  const [row] = await prisma.$queryRaw<{ citations: number; passages: number }[]>`
    SELECT (SELECT count(*)::int FROM citation WHERE ${Prisma.raw(knownAtSql(revision))}) AS citations,
      (SELECT count(*)::int FROM ${Prisma.raw(knownRows('passage', revision))} WHERE ${Prisma.raw(stood(revision))}) AS passages`;
  return row ?? { citations: 0, passages: 0 };
}

/** Which words a curator reads as which position, as known at a revision. */
export const readVerbGuide = (prisma: PrismaClient, revision: number) =>
  prisma.verbGuide.findMany({ where: knownAt(revision), orderBy: { id: 'asc' } });
