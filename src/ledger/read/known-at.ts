/** Prisma's condition for rows that were known at a revision. */
export const knownAt = (revision: number) => ({
  addedIn: { lte: revision },
  OR: [{ retiredIn: null }, { retiredIn: { gt: revision } }],
});
