import type { Pool } from 'pg';
import { beginTransaction } from '#postgres/transaction.ts';
import { type Authorship, commitIfFirst, untilFirst } from './commit.ts';
import { type Compared, changesNothing, compare, type Holdings } from './difference.ts';
import type { FirstChanges } from './first-changes.ts';
import type { Difference, Problem, Proposal } from './proposal.ts';
import { type Loss, refuseLargeLoss } from './refuse-loss.ts';

/** What became of the proposal of files: refused with every problem, taken as a revision, or nothing to change; or what would become of it. */
export type Outcome =
  | { readonly status: 'REFUSED'; readonly problems: readonly Problem[] }
  | { readonly status: 'UNCHANGED'; readonly revision: number; readonly kept?: Kept }
  | { readonly status: 'REVISED'; readonly revision: number; readonly difference: Difference; readonly kept?: Kept }
  | Rehearsal;

/** What a proposal would change, on the ledger at revision `base`. */
export interface Rehearsal {
  readonly status: 'DRY_RUN';
  readonly base: number;
  readonly difference: Difference;
  readonly first: FirstChanges;
  readonly kept?: Kept;
  readonly losses: readonly Loss[];
}

/**
 * By table, how many records of the source a proposal lacks that stay because it does not claim to be complete, and how many the source holds there;
 * only tables that have some.
 */
export type Kept = Readonly<Record<string, { readonly rows: number; readonly of: number }>>;

export interface ReviseOptions {
  /** Whether the proposal is all that its source says, so that what it lacks is retired. */
  readonly complete?: boolean;
  /** How many records may be retired when they are more than goes without saying (refuse-loss.ts); any number without it. */
  readonly retireUpTo?: number;
  /** Only says what would be changed. */
  readonly dryRun?: boolean;
}

/**
 * Makes the ledger say what is proposed, in one revision, or changes nothing. Reads and checks without holding anybody up; if another
 * revision was committed meanwhile, does so again.
 * @throws Refusal `RETIRES_TOO_MUCH`, `STILL_NAMED`, `TOO_MANY_WRITERS`
 */
export async function revise(
  pool: Pool,
  proposal: Proposal,
  by: Authorship,
  { complete = false, retireUpTo = Number.POSITIVE_INFINITY, dryRun = false }: ReviseOptions = {},
): Promise<Outcome> {
  const client = await pool.connect();
  try {
    return await untilFirst(async () => {
      const compared = await compare(client, proposal, { source: by.source, complete });
      if (compared.problems.length > 0) return { status: 'REFUSED', problems: compared.problems };
      const kept = keptIn(compared.holdings);
      if (dryRun) return { ...rehearsal(compared), ...kept };
      if (changesNothing(compared)) return { status: 'UNCHANGED', revision: compared.base, ...kept };
      refuseLargeLoss(lossesIn(compared.holdings), by.source, retireUpTo);
      await beginTransaction(client, 'WRITE');
      const committed = await commitIfFirst(client, compared, by);
      if (committed === null) return null;
      return { status: 'REVISED', revision: committed.revision, difference: compared.difference, ...kept };
    });
  } finally {
    client.release();
  }
}

const rehearsal = ({ base, difference, holdings, first }: Compared): Rehearsal => ({
  status: 'DRY_RUN',
  base,
  difference,
  first: first(),
  losses: lossesIn(holdings),
});

const lossesIn = (holdings: Holdings): Loss[] =>
  Object.entries(holdings).map(([table, { held, lost }]) => ({ table, held, lost }));

const keptIn = (holdings: Holdings): { readonly kept?: Kept } =>
  someKept(Object.entries(holdings).map(([table, { kept, held }]) => ({ table, rows: kept, of: held })));

/** What is kept, of numbers of records by table; nothing when all are 0. */
export function someKept(counts: readonly { readonly table: string; readonly rows: number; readonly of: number }[]): {
  readonly kept?: Kept;
} {
  const some = counts.filter(({ rows }) => rows > 0).map(({ table, ...count }) => [table, count]);
  return some.length === 0 ? {} : { kept: Object.fromEntries(some) };
}
