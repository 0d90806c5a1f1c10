import type { Pool } from 'pg';
import type { PrismaClient } from '#postgres/generated/client.ts';
import type { DocumentModel } from '#postgres/generated/models.ts';
import { modelSql } from '../tables/column-sql.ts';
import { anyTables } from '../tables/ledger-rows.ts';
import { groupsInOrder, rowsInOrder } from './in-order.ts';
import { knownAt, knownRows } from './known-at.ts';

/** `date` is in days since 1970-01-01. */
export type DocumentRecord = Omit<DocumentModel, 'addedIn' | 'retiredIn' | 'date'> & { readonly date: number };

// By the pool and prepared, as citations are.
const ofIds = {
  name: 'documents',
  text: `SELECT known.id, ${modelSql(anyTables.document, 'known', ['date'])}, known.date - date '1970-01-01' AS date
    FROM ${knownRows('document', '$2')} WHERE present.id = ANY($1::int[])`,
};

/** Documents in the order of their ids, with the texts of a revision; null where there is none. */
export async function readDocuments(pool: Pool, ids: readonly number[], revision: number) {
  const { rows } = await pool.query<DocumentRecord>({ ...ofIds, values: [ids, revision] });
  return rowsInOrder(ids, rows);
}

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
