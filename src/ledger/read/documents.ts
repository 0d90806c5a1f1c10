import type { Prisma, PrismaClient } from '../generated/client.ts';
import type { DocumentKind } from '../generated/enums.ts';
import type { DocumentModel } from '../generated/models.ts';
import { rowsInOrder } from './in-order.ts';
import { knownAt } from './known-at.ts';

export type DocumentRecord = DocumentModel;

// No document has another key, and not every text can be asked of the database.
const slug = /^[a-z0-9-]+$/;

/** Documents in the order of their ids; null where there is none. */
export const readDocuments = async (prisma: PrismaClient, ids: readonly number[]) =>
  rowsInOrder(ids, await prisma.document.findMany({ where: { id: { in: [...ids] } } }));

/** The document of a key as known at a revision, or null. */
export const readDocumentByKey = async (prisma: PrismaClient, key: string, revision: number) =>
  slug.test(key) ? prisma.document.findFirst({ where: { key, ...knownAt(revision) } }) : null;

/** What documents are searched by. */
export const readDocumentTitles = (prisma: PrismaClient) =>
  prisma.document.findMany({ where: { retiredIn: null }, select: { id: true, key: true, title: true, symbol: true } });

/** Which documents; what is undefined does not matter. */
export interface DocumentFilter {
  readonly kinds?: readonly DocumentKind[] | undefined;
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
  readonly ids?: readonly number[] | undefined;
  /** As known at this revision. */
  readonly revision: number;
}

export const documentOrders = {
  DATE_DESC: [{ date: 'desc' }, { key: 'asc' }],
  DATE_ASC: [{ date: 'asc' }, { key: 'asc' }],
  TITLE: [{ key: 'asc' }],
  KEY: [{ key: 'asc' }],
} as const satisfies Record<string, Prisma.DocumentOrderByWithRelationInput[]>;

/** Ids of the documents that fit a filter, in order. */
export async function readDocumentIds(
  prisma: PrismaClient,
  filter: DocumentFilter,
  order: keyof typeof documentOrders,
) {
  const rows = await prisma.document.findMany({
    where: {
      ...knownAt(filter.revision),
      ...(filter.kinds && { kind: { in: [...filter.kinds] } }),
      ...(filter.ids && { id: { in: [...filter.ids] } }),
      date: { ...(filter.from && { gte: filter.from }), ...(filter.before && { lt: filter.before }) },
    },
    select: { id: true, title: true },
    orderBy: [...documentOrders[order]],
  });
  // The database sorts by bytes; readers look titles up as in a register.
  if (order === 'TITLE') rows.sort((a, b) => a.title.localeCompare(b.title, 'en'));
  return rows.map(({ id }) => id);
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
