import type { Pool } from 'pg';
import { apiError } from '#graphql/api-error.ts';
import type { Caller } from '#ledger/keys/authenticate.ts';
import { authenticate, type KeyProblem } from '#ledger/keys/authenticate.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { digestAt } from '#snapshot/snapshot.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';

const reasons: Readonly<Record<KeyProblem | 'NO_BEARER' | 'NO_KEYS_HERE', string>> = {
  NO_BEARER: 'found an invalid value, expected "Bearer" and an API key',
  NO_KEYS_HERE: 'this server does not accept API keys, because CONCORD_KEY_SECRET is not set',
  WRONG_KEY: 'the API key does not exist',
  EXPIRED_KEY: 'the API key has expired',
  REVOKED_KEY: 'the API key was revoked',
};

/**
 * Who sends a request, by the Authorization header alone; null without one. Throws UNAUTHENTICATED for a header that is of no use, whatever is
 * asked.
 */
export async function callerOf(request: Request, pool: Pool, keySecret: string | null): Promise<Caller | null> {
  const header = request.headers.get('authorization');
  if (header === null) return null;
  const [, text] = /^Bearer +(\S+)$/i.exec(header.trim()) ?? [];
  if (text === undefined) throw refused('NO_BEARER');
  if (keySecret === null) throw refused('NO_KEYS_HERE');
  const caller = await authenticate(pool, text, keySecret);
  if (typeof caller === 'string') throw refused(caller);
  return caller;
}

const refused = (reason: keyof typeof reasons) =>
  apiError('UNAUTHENTICATED', `Authorization: ${reasons[reason]}.`, {
    reason,
    http: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
  });

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

/** The revision that a response must include, from `Concord-At-Least-Revision`. */
export interface WantedRevision {
  readonly number: number;
  /** At least the first 16 hex digits of its digest; empty: any digest. */
  readonly digest: string;
}

const form = /^(\d{1,9})(?::([0-9a-f]{16,64}))?$/;

/** The revision that a header names: `12`, or `12:` and its digest; null when it names none. */
export function wantedRevision(header: string): WantedRevision | null {
  const [, number, digest = ''] = form.exec(header) ?? [];
  return number === undefined ? null : { number: Number(number), digest };
}
