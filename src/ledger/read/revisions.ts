import type { PrismaClient } from '../generated/client.ts';

/** A revision by its number, or null. */
export const readRevision = (prisma: PrismaClient, number: number) => prisma.revision.findUnique({ where: { number } });

/** Every revision up to the newest that is asked about, the newest first; `source` null means of any source. */
export const readRevisions = async (prisma: PrismaClient, source: string | null, newest: number) => {
  if (source?.includes('\0')) return []; // the database takes no such text
  return prisma.revision.findMany({
    where: { number: { lte: newest }, ...(source !== null && { source }) },
    orderBy: { number: 'desc' },
  });
};
