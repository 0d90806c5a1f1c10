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

/** Ids of the stances that cite each document, as known at a revision. */
export async function readStancesCiting(prisma: PrismaClient, documentIds: readonly number[], revision: number) {
  const rows = await prisma.citation.findMany({
    where: { documentId: { in: [...documentIds] }, ...knownAt(revision) },
    select: { documentId: true, stanceId: true },
  });
  return groupsInOrder(documentIds, rows, ({ documentId }) => documentId).map(
    (group) => new Set(group.map(({ stanceId }) => stanceId)),
  );
}
