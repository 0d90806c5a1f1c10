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

/** Ids of the stances whose citations are not the same at two revisions, the earlier one first. */
export async function readRecitedStances(prisma: PrismaClient, from: number, to: number): Promise<ReadonlySet<number>> {
  const rows = await prisma.$queryRaw<{ id: number }[]>`
    SELECT stance_id AS id FROM citation WHERE added_in > ${from} AND added_in <= ${to}
    UNION SELECT stance_id FROM citation WHERE retired_in > ${from} AND retired_in <= ${to}`;
  return new Set(rows.map(({ id }) => id));
}
