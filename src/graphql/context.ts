import DataLoader from 'dataloader';
import type { Surroundings } from '#exports/definition/definition.ts';
import type { Caller } from '#ledger/keys/authenticate.ts';
import { readAmendments } from '#ledger/read/amendments.ts';
import { readCitations, readStancesCiting, readStanceTexts } from '#ledger/read/citations.ts';
import { type DocumentRecord, readDocuments, readSignatories } from '#ledger/read/documents.ts';
import { readPassageParties, readPassageStances, readPassages } from '#ledger/read/passages.ts';
import { readRevisionCounts } from '#ledger/read/revision-counts.ts';
import { readRevisionsByNumber } from '#ledger/read/revisions.ts';
import type { Database } from '#postgres/open-database.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import type { QueryEngine } from '#stored-queries/query-engine.ts';
import type { PageSizes } from './connection.ts';

/** What every resolver of one request sees. */
export interface Context {
  readonly database: Database;
  /** The caller, identified by an API key; null without one. */
  readonly caller: Caller | null;
  /** Where a later snapshot comes from when the request itself has changed the ledger. */
  readonly snapshots: Pick<Snapshots, 'atLeast'>;
  /**
   * The ledger as it was when the request began; all of the answer is of this one revision. After each mutation: as it was then.
   */
  readonly snapshot: Snapshot;
  /** The UTC day of the request, which is the default of `asOf`. */
  readonly today: number;
  readonly loaders: Loaders;
  /** How many rows a page of a list has. */
  readonly pageSizes: PageSizes;
  /** By what stored queries are checked. */
  readonly engine: QueryEngine;
  /** Where exports may be published. */
  readonly destinations: Surroundings['destinations'];
}

/** How each loader is made, for a snapshot whose newest revision is given. */
const makers = {
  document: ({ pool }: Database, newest: number) =>
    byRevision<DocumentRecord | null>((ids, revision) => readDocuments(pool, ids, revision), newest),
  signatories: ({ prisma }: Database, newest: number) =>
    byRevision((ids, revision) => readSignatories(prisma, ids, revision), newest),
  citations: ({ pool }: Database, newest: number) =>
    byRevision((ids, revision) => readCitations(pool, ids, revision), newest),
  stancesCiting: ({ pool }: Database, newest: number) =>
    byRevision((ids, revision) => readStancesCiting(pool, ids, revision), newest),
  revision: ({ prisma }: Database) =>
    new DataLoader((numbers: readonly number[]) => readRevisionsByNumber(prisma, numbers)),
  revisionCounts: ({ pool }: Database) =>
    new DataLoader((numbers: readonly number[]) => readRevisionCounts(pool, numbers)),
  amendments: ({ prisma }: Database) => new DataLoader((numbers: readonly number[]) => readAmendments(prisma, numbers)),
  stanceText: ({ prisma }: Database) => new DataLoader((ids: readonly number[]) => readStanceTexts(prisma, ids)),
  passages: ({ prisma }: Database, newest: number) =>
    byRevision((ids, revision) => readPassages(prisma, ids, revision), newest),
  passageParties: ({ prisma }: Database, newest: number) =>
    byRevision((ids, revision) => readPassageParties(prisma, ids, revision), newest),
  passageStances: ({ prisma }: Database, newest: number) =>
    byRevision((ids, revision) => readPassageStances(prisma, ids, revision), newest),
} as const;

export type Loaders = { readonly [Name in keyof typeof makers]: ReturnType<(typeof makers)[Name]> };

/** Creates each loader on first use; most requests use none. */
class LoadersWhenAsked {
  readonly database: Database;
  readonly newest: number;

  constructor(database: Database, newest: number) {
    this.database = database;
    this.newest = newest;
  }
}
for (const [name, make] of Object.entries(makers)) {
  Object.defineProperty(LoadersWhenAsked.prototype, name, {
    get(this: LoadersWhenAsked) {
      const value = make(this.database, this.newest);
      Object.defineProperty(this, name, { value });
      return value;
    },
  });
}

/** Batches what the rows of one answer need from the database: one statement each, however many rows. */
export const createLoaders = (database: Database, newest: number): Loaders =>
  new LoadersWhenAsked(database, newest) as unknown as Loaders; // the loop above gives it all of them

/** A loader for each revision that a response reads; nearly always only the newest. */
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
