import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { apiError } from '../api-error.ts';
import type { Context } from '../context.ts';
import { createLoaders } from '../loader/loaders.ts';

// A follower that was cut off is back within a second; longer, and the database is in trouble.
const patienceMs = 10_000;

/**
 * Lets the rest of this mutation's answer be read at a revision, whatever was committed since: at the one with this digest, where the ledger
 * may have lost it meanwhile. Throws REVISION_NOT_REACHED with that revision
 * when this server does not get to see it.
 */
export async function showRevision(
  context: Context,
  { revision, digest }: { readonly revision: number; readonly digest: string },
): Promise<void> {
  const snapshot = await context.snapshots.atLeast(revision, patienceMs, digest);
  if (snapshot === null) {
    const message = `The write was done in revision ${revision}, but this server has not loaded it yet; query it later.`;
    throw apiError('REVISION_NOT_REACHED', message, { revision, digest, http: { status: 503 } });
  }
  // Mutations run one after the other, each to the end of its answer, so that the next one may move the context on again.
  Object.assign(context, {
    snapshot: snapshot.revision === revision ? snapshot : { ...snapshotAt(snapshot, revision), revision, digest },
    loaders: createLoaders(context.database, revision),
  });
}
