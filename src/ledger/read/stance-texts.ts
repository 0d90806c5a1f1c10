import type { PrismaClient } from '#postgres/generated/client.ts';
import { rowsInOrder } from './in-order.ts';

/** What the snapshot does not hold of stances, by their ids. */
export async function readStanceTexts(prisma: PrismaClient, ids: readonly number[]) {
  const rows = await prisma.stance.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, verb: true, rationale: true, tier: true, changeKind: true },
  });
  return rowsInOrder(ids, rows);
}
