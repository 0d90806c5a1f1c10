import { LRUCache } from 'lru-cache';
import { utcDay } from '#agreement/day.ts';
import type { Context } from '#graphql/context.ts';
import { digestOf } from '#graphql/revision/revision.ts';
import { readRevision, readRevisionsByNumber } from '#ledger/read/revisions.ts';
import type { RevisionModel } from '#postgres/generated/models.ts';
import type { Database } from '#postgres/open-database.ts';
import { oncePer } from '#snapshot/once-per.ts';
import { digestAt, type Snapshot } from '#snapshot/snapshot.ts';
import { RequestContext } from '../request-record.ts';

/** A revision, and the context in which all that is asked about it is answered: of the day on which it was committed. */
export interface AtRevision {
  readonly revision: RevisionModel;
  readonly context: RequestContext;
}

/** Revisions that are read at once by those who come late. */
const together = 200;

/** Revisions that are remembered, and contexts of one snapshot. */
const mostRevisions = 2_000;
const mostContexts = 256;

/** Makes the contexts of revisions, one for all subscribers: what they need from the database is read in one batch. */
export class RevisionContexts {
  readonly #database: Database;
  readonly #contextOf: (snapshot: Snapshot, caller: null, today: number) => Context;
  readonly #known = new LRUCache<string, RevisionModel>({ max: mostRevisions });
  readonly #of = oncePer((_snapshot: Snapshot) => new LRUCache<number, Promise<AtRevision>>({ max: mostContexts }));

  constructor(database: Database, contextOf: (snapshot: Snapshot, caller: null, today: number) => Context) {
    this.#database = database;
    this.#contextOf = contextOf;
  }

  /** The context of a revision that a snapshot has; throws when the database cannot tell it, or has another one by now. */
  at(number: number, snapshot: Snapshot): Promise<AtRevision> {
    const contexts = this.#of(snapshot);
    const known = contexts.get(number);
    if (known !== undefined) return known;
    const made = this.#make(number, snapshot);
    contexts.set(number, made);
    made.catch(() => contexts.delete(number));
    return made;
  }

  async #make(number: number, snapshot: Snapshot): Promise<AtRevision> {
    const revision = await this.#read(number, snapshot);
    const context = new RequestContext(this.#contextOf(snapshot, null, utcDay(revision.time)));
    context.loaders.revision.prime(number, { ...revision, id: number });
    return { revision, context };
  }

  async #read(number: number, snapshot: Snapshot): Promise<RevisionModel> {
    const digest = digestAt(snapshot, number) ?? '';
    const known = this.#known.get(digest);
    if (known !== undefined) return known;
    const last = Math.min(snapshot.revision, number + together - 1);
    const { pool, prisma } = this.#database;
    const numbers = Array.from({ length: last - number + 1 }, (_, index) => number + index);
    const rows = last === number ? [await readRevision(pool, number)] : await readRevisionsByNumber(prisma, numbers);
    for (const row of rows) if (row !== null) this.#known.set(digestOf(row), row);
    const found = this.#known.get(digest);
    if (found === undefined) throw new Error(`the database has no revision ${number} with the digest ${digest}`);
    return found;
  }
}
