import DataLoader from 'dataloader';
import type { Database } from '#ledger/open-database.ts';
import { readAmendments } from '#ledger/read/amendments.ts';
import { readCitations, readStancesCiting } from '#ledger/read/citations.ts';
import { type DocumentRecord, readDocuments } from '#ledger/read/documents.ts';
import { readPassageParties, readPassageStances, readPassages } from '#ledger/read/passages.ts';
import { readRevisionCounts } from '#ledger/read/revision-counts.ts';
import { readRevisionsByNumber } from '#ledger/read/revisions.ts';
import { readSignatories } from '#ledger/read/signatories.ts';
import { readStanceTexts } from '#ledger/read/stance-texts.ts';

type Prisma = Database['prisma'];

/** How each loader is made, for a snapshot whose newest revision is given. */
const makers = {
  document: (prisma: Prisma, newest: number) =>
    byRevision<DocumentRecord | null>((ids, revision) => readDocuments(prisma, ids, revision), newest),
  signatories: (prisma: Prisma, newest: number) =>
    byRevision((ids, revision) => readSignatories(prisma, ids, revision), newest),
  citations: (prisma: Prisma, newest: number) =>
    byRevision((ids, revision) => readCitations(prisma, ids, revision), newest),
  stancesCiting: (prisma: Prisma, newest: number) =>
    byRevision((ids, revision) => readStancesCiting(prisma, ids, revision), newest),
  revision: (prisma: Prisma) => new DataLoader((numbers: readonly number[]) => readRevisionsByNumber(prisma, numbers)),
  revisionCounts: (prisma: Prisma) =>
    new DataLoader((numbers: readonly number[]) => readRevisionCounts(prisma, numbers)),
  amendments: (prisma: Prisma) => new DataLoader((numbers: readonly number[]) => readAmendments(prisma, numbers)),
  stanceText: (prisma: Prisma) => new DataLoader((ids: readonly number[]) => readStanceTexts(prisma, ids)),
  passages: (prisma: Prisma, newest: number) =>
    byRevision((ids, revision) => readPassages(prisma, ids, revision), newest),
  passageParties: (prisma: Prisma, newest: number) =>
    byRevision((ids, revision) => readPassageParties(prisma, ids, revision), newest),
  passageStances: (prisma: Prisma, newest: number) =>
    byRevision((ids, revision) => readPassageStances(prisma, ids, revision), newest),
} as const;

export type Loaders = { readonly [Name in keyof typeof makers]: ReturnType<(typeof makers)[Name]> };

/** Makes each loader when it is first asked for; most requests ask for none. */
class LoadersWhenAsked {
  readonly prisma: Prisma;
  readonly newest: number;

  constructor({ prisma }: Database, newest: number) {
    this.prisma = prisma;
    this.newest = newest;
  }
}
for (const [name, make] of Object.entries(makers)) {
  Object.defineProperty(LoadersWhenAsked.prototype, name, {
    get(this: LoadersWhenAsked) {
      const value = make(this.prisma, this.newest);
      Object.defineProperty(this, name, { value });
      return value;
    },
  });
}

/** Batches what the rows of one answer need from the database: one statement each, however many rows. */
export const createLoaders = (database: Database, newest: number): Loaders =>
  new LoadersWhenAsked(database, newest) as unknown as Loaders; // the loop above gives it all of them

/** A loader for each revision that an answer asks about; the newest one is nearly always the only one. */
function byRevision<Row>(read: (ids: readonly number[], revision: number) => Promise<Row[]>, newest: number) {
  const loaders = new Map<number, DataLoader<number, Row>>();
  return {
    load(id: number, revision = newest): Promise<Row> {
      let loader = loaders.get(revision);
      if (loader === undefined) {
        loader = new DataLoader((ids: readonly number[]) => read(ids, revision));
        loaders.set(revision, loader);
      }
      return loader.load(id);
    },
  };
}
