import type { Pool } from 'pg';
import type { Authorship } from './commit.ts';
import { commitIfFirst, untilFirst } from './commit-if-first.ts';
import type { Difference } from './difference.ts';
import { changesNothing, plan } from './plan.ts';
import type { Problem, Proposal } from './proposal.ts';

/** What became of a proposal: refused with every problem, taken as a revision, or nothing to change. */
export type Outcome =
  | { readonly status: 'REFUSED'; readonly problems: readonly Problem[] }
  | { readonly status: 'UNCHANGED'; readonly revision: number }
  | { readonly status: 'REVISED'; readonly revision: number; readonly difference: Difference };

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
    return await untilFirst(async () => {
      const planned = await plan(client, proposal, { source: by.source, complete });
      if (planned.problems.length > 0) return { status: 'REFUSED', problems: planned.problems };
      if (changesNothing(planned)) return { status: 'UNCHANGED', revision: planned.base };
      await client.query('BEGIN');
      const committed = await commitIfFirst(client, planned, by);
      if (committed === null) return null;
      return { status: 'REVISED', revision: committed.revision, difference: planned.difference };
    });
  } finally {
    client.release();
  }
}
