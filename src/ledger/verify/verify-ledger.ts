import type { Database } from '#postgres/open-database.ts';
import { withTransaction } from '#postgres/transaction.ts';
import { type Recomputed, recompute } from './recompute.ts';

/** Computes the digests of all revisions anew, as the ledger is at one moment, while others go on. Tells the number of each that it is done with. */
export const verifyLedger = (
  { pool }: Pick<Database, 'pool'>,
  done: (revision: number) => void,
  signal?: AbortSignal,
): Promise<Recomputed> =>
  withTransaction(pool, 'READ', (client) =>
    recompute(client, (revision) => {
      signal?.throwIfAborted();
      done(revision);
    }),
  );
