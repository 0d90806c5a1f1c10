import type { Pool } from 'pg';
import type { PrismaClient } from '#postgres/generated/client.ts';
import type { RevisionModel } from '#postgres/generated/models.ts';
import { rowsInOrder } from './in-order.ts';

// By the pool and prepared: every write shows its revision.
const byNumber = {
  name: 'revision by number',
  text: 'SELECT number, time, author, source, message, parts, digest FROM revision WHERE number = $1',
};

/** A revision by its number, or null. */
export async function readRevision(pool: Pool, number: number): Promise<RevisionModel | null> {
  const { rows } = await pool.query<RevisionModel>({ ...byNumber, values: [number] });
  return rows[0] ?? null;
}

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
