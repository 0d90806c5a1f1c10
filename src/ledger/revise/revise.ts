import type { ClientBase, Pool } from 'pg';
import { LedgerError } from '../ledger-error.ts';
import { type Authorship, commitDifference } from './commit.ts';
import type { Difference } from './difference.ts';
import { type Plan, plan } from './plan.ts';
import type { Problem, Proposal } from './proposal.ts';

/** What became of a proposal: refused with every problem, taken as a revision, or nothing to change. */
export type Outcome =
  | { readonly status: 'REFUSED'; readonly problems: readonly Problem[] }
  | { readonly status: 'UNCHANGED'; readonly revision: number }
  | { readonly status: 'REVISED'; readonly revision: number; readonly difference: Difference };

/** How often another writer may come first before giving up. */
const attempts = 20;

/**
 * Makes the ledger say what is proposed, in one revision, or changes nothing. Reads and checks without holding anybody up; if another
 * revision was committed meanwhile, does so again.
 */
export async function revise(
  pool: Pool,
  proposal: Proposal,
  by: Authorship,
  { complete = false } = {},
): Promise<Outcome> {
  const client = await pool.connect();
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const planned = await plan(client, proposal, { source: by.source, complete });
      if (planned.problems.length > 0) return { status: 'REFUSED', problems: planned.problems };
      if (Object.keys(planned.difference).length === 0) return { status: 'UNCHANGED', revision: planned.base };
      const revision = await commitIfFirst(client, planned, by);
      if (revision !== null) return { status: 'REVISED', revision, difference: planned.difference };
    }
  } finally {
    client.release();
  }
  throw new LedgerError('TOO_MANY_WRITERS', `Other writers came first ${attempts} times; try again later.`);
}

/** Commits a plan unless the ledger has moved on since it was made; then null. */
async function commitIfFirst(client: ClientBase, { base, difference }: Plan, by: Authorship): Promise<number | null> {
  await client.query('BEGIN');
  try {
    const revision = await commitDifference(client, difference, by);
    if (revision !== base + 1) {
      await client.query('ROLLBACK');
      return null;
    }
    await client.query('COMMIT');
    return revision;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined); // the connection may be gone; the first error says why
    if (await hasMovedOn(client, base)) return null; // what failed was planned on an older ledger
    throw error;
  }
}

async function hasMovedOn(client: ClientBase, base: number): Promise<boolean> {
  try {
    const { rows } = await client.query<{ last: number }>('SELECT last FROM revision_counter');
    return rows[0]?.last !== base;
  } catch {
    return false;
  }
}
