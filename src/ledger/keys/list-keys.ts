import type { PrismaClient } from '#postgres/generated/client.ts';

/** What may be shown of every key there ever was, the oldest first. `lastUsedOn` is a UTC day; null: never. */
export const listKeys = (prisma: PrismaClient) =>
  prisma.apiKey.findMany({
    select: {
      name: true,
      handle: true,
      scopes: true,
      createdAt: true,
      expiresAt: true,
      revokedAt: true,
      lastUsedOn: true,
    },
    orderBy: { id: 'asc' },
  });
