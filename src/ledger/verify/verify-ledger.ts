import type { Database } from '#postgres/open-database.ts';
import { withoutTimeLimit } from '#postgres/without-time-limit.ts';
import { type Recomputed, recompute } from './recompute.ts';

/** Computes the digests of all revisions anew, as the ledger is at one moment, while others go on. Tells the number of each that it is done with. */
export async function verifyLedger(
  { pool }: Pick<Database, 'pool'>,
  done: (revision: number) => void,
  signal?: AbortSignal,
): Promise<Recomputed> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await withoutTimeLimit(client);
    const recomputed = await recompute(client, (revision) => {
      signal?.throwIfAborted();
      done(revision);
    });
    await client.query('COMMIT');
    broken = false;
    return recomputed;
  } finally {
    client.release(broken);
  }
}
