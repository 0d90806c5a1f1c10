import type { PrismaClient } from '#postgres/generated/client.ts';
import { groupsInOrder } from './in-order.ts';
import { knownAt } from './known-at.ts';

/** Who put their name to each document and when, as known at a revision. */
export async function readSignatories(prisma: PrismaClient, documentIds: readonly number[], revision: number) {
  const rows = await prisma.signatory.findMany({
    where: { documentId: { in: [...documentIds] }, ...knownAt(revision) },
    orderBy: [{ date: 'asc' }, { id: 'asc' }],
  });
  return groupsInOrder(documentIds, rows, ({ documentId }) => documentId);
}
