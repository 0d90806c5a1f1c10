import type { ClientBase, QueryResult } from 'pg';
import { commitNow, OutcomeUnknownError } from '#postgres/commit-now.ts';
import { inOrder } from '#postgres/pipelined.ts';
import { Refusal } from '#refusal/refusal.ts';
import { type Authorship, NumberTakenError, revisionSteps } from './commit.ts';
import type { Plan } from './plan.ts';

/** How often another writer may come first before giving up. */
const attempts = 20;

/**
 * Tries until an attempt gives something else than null, which says that another writer came first.
 * @throws Refusal `TOO_MANY_WRITERS`
 */
export async function untilFirst<Result>(attempt: () => Promise<Result | null>): Promise<Result> {
  for (let count = 0; count < attempts; count++) {
    const result = await attempt();
    if (result !== null) return result;
  }
  throw new Refusal('TOO_MANY_WRITERS', `Other writers committed first ${attempts} times; retry later.`);
}

/** A revision that was committed. */
export interface Committed {
  readonly revision: number;
  /** 64 hex digits. */
  readonly digest: string;
}

/**
 * Commits a plan, and with it the open transaction of a client, unless the ledger has moved on since it was made; then null, and the transaction is
 * undone. `alongside` writes what has to be there exactly when the revision is. Returns the revision with its digest.
 * @throws OutcomeUnknownError
 */
export async function commitIfFirst(
  client: ClientBase,
  { base, difference }: Pick<Plan, 'base' | 'difference'>,
  by: Authorship,
  alongside: (revision: number) => Promise<void> = async () => {},
): Promise<Committed | null> {
  const revision = base + 1;
  let digest = '';
  try {
    await inOrder(client, [
      ...revisionSteps(client, difference, by, revision),
      () => alongside(revision),
      async () => {
        digest = await seal(client, revision);
      },
    ]);
    await commitNow(client);
    return { revision, digest };
  } catch (error) {
    if (error instanceof OutcomeUnknownError) throw error; // another attempt could do it twice
    await client.query('ROLLBACK').catch(() => undefined); // the connection may be gone; the first error says why
    if (error instanceof NumberTakenError) return null;
    if (await hasMovedOn(client, base)) return null; // what failed was planned on an older ledger
    throw error;
  }
}

/** Makes the digest now rather than by COMMIT, so that it is known whatever becomes of the connection. */
async function seal(client: ClientBase, revision: number): Promise<string> {
  // Two statements are sent at once, of which pg gives two results and its types tell one.
  const results = (await client.query<{ digest: string }>(
    `SET CONSTRAINTS revision_seal IMMEDIATE; SELECT encode(digest, 'hex') AS digest FROM revision WHERE number = ${Number(revision)}`,
  )) as unknown as readonly QueryResult<{ digest: string }>[];
  return results[1]?.rows[0]?.digest ?? '';
}

async function hasMovedOn(client: ClientBase, base: number): Promise<boolean> {
  try {
    const { rows } = await client.query<{ last: number }>('SELECT last FROM revision_counter');
    return rows[0]?.last !== base;
  } catch {
    return false;
  }
}
