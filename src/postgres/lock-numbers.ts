/**
 * Numbers of the advisory locks that Concord takes in a database; nothing else may use them. The lock of an export is the hash of its name and
 * destination.
 */
export const locks = {
  /** Shared by every process that uses the embedded server; whoever has it alone may stop the server. */
  embeddedServerInUse: 1_179_201_107,
  /** Migrating and seeding. */
  setup: 1_179_201_108,
  /** Writing revisions by the API: one writer after another. */
  ledgerWriters: 1_179_201_109,
  /** Writing stored queries. */
  storedQueryWriters: 1_179_201_110,
  /** Changes that make no revision, so that two equal ones at once are one. */
  management: 1_179_201_111,
  /** Taken by Prisma's command line while it migrates. */
  prismaMigrate: 72_707_369,
} as const;
