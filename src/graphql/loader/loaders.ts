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

/** Batches what the rows of one answer need from the database: one statement each, however many rows. Made when first asked for. */
export function createLoaders({ prisma }: Database, newest: number) {
  return lazily({
    document: () => byRevision<DocumentRecord | null>((ids, revision) => readDocuments(prisma, ids, revision), newest),
    signatories: () => byRevision((ids, revision) => readSignatories(prisma, ids, revision), newest),
    citations: () => byRevision((ids, revision) => readCitations(prisma, ids, revision), newest),
    stancesCiting: () => byRevision((ids, revision) => readStancesCiting(prisma, ids, revision), newest),
    revision: () => new DataLoader((numbers: readonly number[]) => readRevisionsByNumber(prisma, numbers)),
    revisionCounts: () => new DataLoader((numbers: readonly number[]) => readRevisionCounts(prisma, numbers)),
    amendments: () => new DataLoader((numbers: readonly number[]) => readAmendments(prisma, numbers)),
    stanceText: () => new DataLoader((ids: readonly number[]) => readStanceTexts(prisma, ids)),
    passages: () => byRevision((ids, revision) => readPassages(prisma, ids, revision), newest),
    passageParties: () => byRevision((ids, revision) => readPassageParties(prisma, ids, revision), newest),
    passageStances: () => byRevision((ids, revision) => readPassageStances(prisma, ids, revision), newest),
  });
}

export type Loaders = ReturnType<typeof createLoaders>;

/** An object whose properties are made when they are first read. */
function lazily<Makers extends Record<string, () => unknown>>(makers: Makers) {
  const made: { [Name in keyof Makers]?: ReturnType<Makers[Name]> } = {};
  return new Proxy(made, {
    get(target, name: keyof Makers & string) {
      target[name] ??= makers[name]?.() as ReturnType<Makers[typeof name]>; // made by the maker of that name
      return target[name];
    },
  }) as { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> };
}

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
