import { Prisma, type PrismaClient } from '../generated/client.ts';
import type { DocumentKind } from '../generated/enums.ts';
import type { DocumentModel } from '../generated/models.ts';
import { rowsInOrder } from './in-order.ts';
import { knownAt } from './known-at.ts';
import { knownRows, stood } from './known-rows.ts';

export type DocumentRecord = Omit<DocumentModel, 'addedIn' | 'retiredIn'>;

// No document has another key, and not every text can be asked of the database.
const slug = /^[a-z0-9-]+$/;

const fields = Prisma.sql`known.id, known.key, known.title, known.publisher, known.kind::text, known.date, known.precision::text,
  known.symbol, known.addresses, known.verification::text, known.note`;

/** Documents in the order of their ids, with the texts of a revision; null where there is none. */
export const readDocuments = async (prisma: PrismaClient, ids: readonly number[], revision: number) =>
  rowsInOrder(
    ids,
    await prisma.$queryRaw<DocumentRecord[]>`
      SELECT ${fields} FROM ${knownRows('document', revision)} WHERE present.id = ANY(${ids})`,
  );

/** The document of a key as known at a revision, or null. */
export async function readDocumentByKey(prisma: PrismaClient, key: string, revision: number) {
  if (!slug.test(key)) return null;
  const [row] = await prisma.$queryRaw<DocumentRecord[]>`
    SELECT ${fields} FROM ${knownRows('document', revision)} WHERE present.key = ${key} AND ${stood(revision)}`;
  return row ?? null;
}

/** What documents are searched by, as known at a revision. */
export const readDocumentTitles = (prisma: PrismaClient, revision: number) =>
  prisma.$queryRaw<Pick<DocumentRecord, 'id' | 'key' | 'title' | 'symbol'>[]>`
    SELECT known.id, known.key, known.title, known.symbol FROM ${knownRows('document', revision)} WHERE ${stood(revision)}`;

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
  DATE_DESC: Prisma.sql`known.date DESC, known.key`,
  DATE_ASC: Prisma.sql`known.date, known.key`,
  TITLE: Prisma.sql`known.key`,
  KEY: Prisma.sql`known.key`,
} as const;

/** Ids of the documents that fit a filter, in order. */
export async function readDocumentIds(
  prisma: PrismaClient,
  { kinds, from, before, ids, revision }: DocumentFilter,
  order: keyof typeof documentOrders,
) {
  const conditions = [
    stood(revision),
    ...(kinds ? [Prisma.sql`known.kind::text = ANY(${kinds})`] : []),
    ...(ids ? [Prisma.sql`known.id = ANY(${ids})`] : []),
    ...(from ? [Prisma.sql`known.date >= ${from}::date`] : []),
    ...(before ? [Prisma.sql`known.date < ${before}::date`] : []),
  ];
  const rows = await prisma.$queryRaw<{ id: number; title: string }[]>`
    SELECT known.id, known.title FROM ${knownRows('document', revision)}
    WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY ${documentOrders[order]}`;
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
