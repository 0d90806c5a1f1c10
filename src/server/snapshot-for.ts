import { apiError } from '#graphql/api-error.ts';
import type { Snapshot } from '#ledger/snapshot/snapshot.ts';
import type { Snapshots } from '#ledger/snapshot/snapshots.ts';

const header = 'concord-at-least-revision';
const patienceMs = 2_000;

/**
 * The snapshot that a request is answered from: the newest; with `Concord-At-Least-Revision: N` one that has revision N, waited for up to two
 * seconds. Throws REVISION_NOT_REACHED after that.
 */
export async function snapshotFor(request: Request, snapshots: Snapshots): Promise<Snapshot> {
  const text = request.headers.get(header);
  if (text === null) return snapshots.newest();
  if (!/^\d{1,9}$/.test(text)) {
    const message = `Concord-At-Least-Revision: found "${text.slice(0, 40)}", expected the number of a revision.`;
    throw apiError('BAD_INPUT', message, { http: { status: 400 } });
  }
  const snapshot = await snapshots.atLeast(Number(text), patienceMs);
  if (snapshot !== null) return snapshot;
  const message = `Concord-At-Least-Revision: this server has not seen revision ${text} within two seconds.`;
  throw apiError('REVISION_NOT_REACHED', message, { http: { status: 503, headers: { 'retry-after': '1' } } });
}
