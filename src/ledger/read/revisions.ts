import type { PrismaClient } from '#postgres/generated/client.ts';
import { rowsInOrder } from './in-order.ts';

/** A revision by its number, or null. */
export const readRevision = (prisma: PrismaClient, number: number) => prisma.revision.findUnique({ where: { number } });

/** Revisions in the order of their numbers; null where there is none. */
export async function readRevisionsByNumber(prisma: PrismaClient, numbers: readonly number[]) {
  const rows = await prisma.revision.findMany({ where: { number: { in: [...numbers] } } });
  return rowsInOrder(
    numbers,
    rows.map((row) => ({ ...row, id: row.number })),
  );
}

/** Which revisions; what is undefined does not matter. */
export interface RevisionFilter {
  readonly source?: string | undefined;
  readonly author?: string | undefined;
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
}

/** The revisions that fit, up to the newest that is asked about, the newest first. */
export const readRevisions = async (
  prisma: PrismaClient,
  { source, author, from, before }: RevisionFilter,
  newest: number,
) => {
  if (`${source}${author}`.includes('\0')) return []; // the database takes no such text
  return prisma.revision.findMany({
    where: {
      number: { lte: newest },
      ...(source !== undefined && { source }),
      ...(author !== undefined && { author }),
      time: { ...(from && { gte: from }), ...(before && { lt: before }) },
    },
    orderBy: { number: 'desc' },
  });
};
