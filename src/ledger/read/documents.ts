import { Prisma, type PrismaClient } from '#postgres/generated/client.ts';
import type { DocumentModel } from '#postgres/generated/models.ts';
import { modelSql } from '../tables/column-sql.ts';
import { anyTables } from '../tables/ledger-rows.ts';
import { groupsInOrder, rowsInOrder } from './in-order.ts';
import { knownAt, knownRows } from './known-at.ts';

export type DocumentRecord = Omit<DocumentModel, 'addedIn' | 'retiredIn'>;

const fields = Prisma.raw(`known.id, ${modelSql(anyTables.document, 'known')}`);

/** Documents in the order of their ids, with the texts of a revision; null where there is none. */
export const readDocuments = async (prisma: PrismaClient, ids: readonly number[], revision: number) =>
  rowsInOrder(
    ids,
    await prisma.$queryRaw<DocumentRecord[]>`
      SELECT ${fields} FROM ${knownRows('document', revision)} WHERE present.id = ANY(${ids})`,
  );

/**
 * Ids of the documents that every one of the parties signed, adopted or acceded to by a day, as known at a revision. To associate oneself
 * with a text is not to sign it.
 */
export async function readDocumentIdsSignedByAll(
  prisma: PrismaClient,
  partyIds: readonly number[],
  by: Date,
  revision: number,
) {
  const groups = await prisma.signatory.groupBy({
    by: ['documentId'],
    where: { partyId: { in: [...partyIds] }, role: { not: 'ASSOCIATED' }, date: { lte: by }, ...knownAt(revision) },
    having: { partyId: { _count: { equals: partyIds.length } } },
  });
  return groups.map(({ documentId }) => documentId);
}

/** Who put their name to each document and when, as known at a revision. */
export async function readSignatories(prisma: PrismaClient, documentIds: readonly number[], revision: number) {
  const rows = await prisma.signatory.findMany({
    where: { documentId: { in: [...documentIds] }, ...knownAt(revision) },
    orderBy: [{ date: 'asc' }, { id: 'asc' }],
  });
  return groupsInOrder(documentIds, rows, ({ documentId }) => documentId);
}
