import { Prisma, type PrismaClient } from '#postgres/generated/client.ts';
import type { PassageModel } from '#postgres/generated/models.ts';
import { modelSql } from '../tables/column-sql.ts';
import { anyTables } from '../tables/ledger-rows.ts';
import { groupsInOrder } from './in-order.ts';
import { knownAt, knownRows, stood } from './known-at.ts';

export type PassageRecord = Omit<PassageModel, 'addedIn' | 'retiredIn'>;

const fields = Prisma.raw(`known.id, ${modelSql(anyTables.passage, 'known')}`);

/** The passages of each document as known at a revision, in the order in which they were recorded. */
export async function readPassages(prisma: PrismaClient, documentIds: readonly number[], revision: number) {
  const rows = await prisma.$queryRaw<PassageRecord[]>`
    SELECT ${fields} FROM ${Prisma.raw(knownRows('passage', revision))}
    WHERE known.document_id = ANY(${documentIds}) AND ${Prisma.raw(stood(revision))} ORDER BY known.id`;
  return groupsInOrder(documentIds, rows, ({ documentId }) => documentId);
}

export const readPassage = (prisma: PrismaClient, id: number) => prisma.passage.findUnique({ where: { id } });

/** Who speaks in each passage. */
export async function readPassageParties(prisma: PrismaClient, passageIds: readonly number[], revision: number) {
  const rows = await prisma.passageParty.findMany({
    where: { passageId: { in: [...passageIds] }, ...knownAt(revision) },
    orderBy: { id: 'asc' },
  });
  return groupsInOrder(passageIds, rows, ({ passageId }) => passageId);
}

/** The stances that each passage shows, named by party, proposition and day. */
export async function readPassageStances(prisma: PrismaClient, passageIds: readonly number[], revision: number) {
  const rows = await prisma.passageStance.findMany({
    where: { passageId: { in: [...passageIds] }, ...knownAt(revision) },
    orderBy: { id: 'asc' },
  });
  return groupsInOrder(passageIds, rows, ({ passageId }) => passageId);
}

/** The passages of keys, in their order; those that there are. */
export async function readPassagesByKey(prisma: PrismaClient, keys: readonly string[]): Promise<PassageRecord[]> {
  const rows = await prisma.passage.findMany({ where: { key: { in: [...keys] } } });
  return keys.flatMap((key) => rows.find((row) => row.key === key) ?? []);
}
