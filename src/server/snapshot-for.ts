import { apiError } from '#graphql/api-error.ts';
import { digestAt, type Snapshot } from '#snapshot/snapshot.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import { type WantedRevision, wantedRevision } from './wanted-revision.ts';

/** What it has seen instead. */
function seen(snapshot: Snapshot | null, { number }: WantedRevision): string {
  if (snapshot === null) return 'it is still loading the ledger';
  if (snapshot.revision < number) return `found revision ${snapshot.revision}`;
  return `found revision ${number} with digest ${digestAt(snapshot, number)}`;
}

const header = 'concord-at-least-revision';
const patienceMs = 2_000;

/**
 * The snapshot that a request is answered from: the newest; with `Concord-At-Least-Revision: N` one that has revision N, and with `N:DIGEST` that very
 * revision, waited for up to two seconds. Throws REVISION_NOT_REACHED after that.
 */
export async function snapshotFor(request: Request, snapshots: Snapshots): Promise<Snapshot> {
  const text = request.headers.get(header);
  if (text === null) return snapshots.newest();
  const wanted = wantedRevision(text);
  if (wanted === null) {
    const message = `Concord-At-Least-Revision: found "${text.slice(0, 80)}", expected a revision number, or number:digest with 16 to 64 hex digits.`;
    throw apiError('BAD_INPUT', message, { http: { status: 400 } });
  }
  const snapshot = await snapshots.atLeast(wanted.number, patienceMs, wanted.digest);
  if (snapshot !== null) return snapshot;
  const message = `Concord-At-Least-Revision: this server did not reach revision ${text} within two seconds; ${seen(snapshots.current, wanted)}.`;
  throw apiError('REVISION_NOT_REACHED', message, { http: { status: 503, headers: { 'retry-after': '1' } } });
}
