import type { PrismaClient } from '../generated/client.ts';
import { groupsInOrder } from './in-order.ts';
import { knownAt } from './known-at.ts';

/** The citations of each stance as known at a revision, in their order. */
export async function readCitations(prisma: PrismaClient, stanceIds: readonly number[], revision: number) {
  const rows = await prisma.citation.findMany({
    where: { stanceId: { in: [...stanceIds] }, ...knownAt(revision) },
    orderBy: [{ stanceId: 'asc' }, { ordinal: 'asc' }],
  });
  return groupsInOrder(stanceIds, rows, ({ stanceId }) => stanceId);
}

/** Ids of the stances that cite a document, as known at a revision. */
export async function readStancesCiting(
  prisma: PrismaClient,
  documentId: number,
  revision: number,
): Promise<Set<number>> {
  const rows = await prisma.citation.findMany({
    where: { documentId, ...knownAt(revision) },
    select: { stanceId: true },
  });
  return new Set(rows.map(({ stanceId }) => stanceId));
}
