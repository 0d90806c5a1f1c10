import { AsyncLocalStorage } from 'node:async_hooks';
import type { ClientBase } from 'pg';

/** A revision of the ledger, 0 in an empty one; the digest is 64 hex digits. */
export interface ReadRevision {
  readonly revision: number;
  readonly digest: string;
}

/** What an answer is made from; it may be moved on while the answer is made. */
export interface ReadsAt {
  readonly snapshot: ReadRevision;
}

const current = new AsyncLocalStorage<ReadsAt | null>();

/**
 * Runs `work`, whose statements by `Pool.query` are part of an answer at a revision: they are given only connections to servers that hold that very
 * revision. Behind a balancer one standby may lag behind another, and a server that was left behind has another past.
 */
export const readingAt = <Result>(at: ReadsAt, work: () => Result): Result => current.run(at, work);

/** Runs `work` whose statements are no part of an answer: they read no revision. */
export const readingNoRevision = <Result>(work: () => Result): Result => current.run(null, work);

/** The revision that has to be there for what is running; null when any will do. */
export const wantedRevision = (): ReadRevision | null => {
  const snapshot = current.getStore()?.snapshot;
  return snapshot === undefined || snapshot.revision === 0 ? null : snapshot;
};

/** The server of a connection does not hold the revision that an answer is made from: it lags behind, or has another past. */
export class LacksRevisionError extends Error {
  override readonly name = 'LacksRevisionError';
  /** Whether it has another revision of that number. */
  readonly hasOther: boolean;

  constructor({ revision, digest }: ReadRevision, hasOther: boolean) {
    super(
      `The database that was reached ${hasOther ? 'has another' : 'lacks'} revision ${revision} (digest ${digest.slice(0, 16)}…), from which the answer is made.`,
    );
    this.hasOther = hasOther;
  }
}

/** The newest revision that a connection is known to hold, by its digest. A server loses none while its connections last. */
const held = new WeakMap<ClientBase, string>();

/** Says that the server of a connection holds a revision, such as one that was just committed there. */
export const noteHeld = (client: ClientBase, digest: string): void => void held.set(client, digest);

export const isHeld = (client: ClientBase, { digest }: ReadRevision): boolean => held.get(client) === digest;

const query = {
  name: 'digest of revision',
  text: `SELECT encode(digest, 'hex') AS digest FROM revision WHERE number = $1::int`,
};

/** A standby replays within milliseconds what it received. */
const lookEveryMs = 20;
const patienceMs = 2_000;

/**
 * Waits until the server of a connection holds a revision, for at most two seconds or until `isOver`.
 * @throws LacksRevisionError
 */
export async function untilHeld(client: ClientBase, wanted: ReadRevision, isOver: () => boolean): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const { rows } = await client.query<{ digest: string | null }>({ ...query, values: [wanted.revision] });
    const [found] = rows;
    if (found?.digest === wanted.digest) return noteHeld(client, wanted.digest);
    if (found !== undefined || isOver() || performance.now() > until) {
      throw new LacksRevisionError(wanted, found !== undefined);
    }
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
