import { digestAt, type Past } from '#snapshot/snapshot.ts';

/** Where a subscriber stands: all revisions up to one are told, and the next is compared with what was known at `since`. */
export interface Place {
  readonly revision: number;
  /** `revision` itself, or an earlier one. */
  readonly since: number;
}

/** Hex digits of a digest that an id has. */
const digits = 16;

/** How the digest of a revision begins; before the first one the id of the ledger. Null when there is no such revision. */
function beginningAt(past: Past, revision: number): string | null {
  const digest = revision === 0 ? past.ledger.replaceAll('-', '') : digestAt(past, revision);
  return digest?.slice(0, digits) ?? null;
}

/** The id of an event after which a subscriber stands there: `12:0a1b…`, the revision and how its digest begins, and `since` where it is another one. Null when the ledger has no such revision. */
export function idOf({ revision, since }: Place, past: Past): string | null {
  const beginning = beginningAt(past, revision);
  if (beginning === null) return null;
  return `${revision}:${beginning}${since === revision ? '' : `:${since}`}`;
}

const form = /^(\d{1,9}):([0-9a-f]{16})(?::(\d{1,9}))?$/;

/** A place as an id tells it. */
export interface WrittenPlace extends Place {
  readonly digest: string;
}

/** The place that an id tells; null when it is none. */
export function placeOf(id: string): WrittenPlace | null {
  const [, revision, digest, since = revision] = form.exec(id) ?? [];
  if (revision === undefined || digest === undefined) return null;
  const place = { revision: Number(revision), since: Number(since), digest };
  return place.since <= place.revision ? place : null;
}

/** Whether a ledger has said what a place says: `AHEAD` when it has not come so far, `OTHER` when it says something else. */
export function standingOf({ revision, digest }: WrittenPlace, past: Past): 'HERE' | 'AHEAD' | 'OTHER' {
  if (revision > past.revision) return 'AHEAD';
  return beginningAt(past, revision) === digest ? 'HERE' : 'OTHER';
}
