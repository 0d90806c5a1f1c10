import type { GraphQLError } from 'graphql';
import { apiError } from '#graphql/api-error.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import { type Place, placeOf, standingOf } from './place.ts';

/** Where a client says that it stands. */
export interface Asked {
  /** The header `Last-Event-ID`, which goes before the argument. */
  readonly lastEventId: string | undefined;
  /** The argument `sinceRevision`; null: the newest. */
  readonly since: number | null;
}

/** How long a server that has not come so far is waited for. */
const patienceMs = 2_000;

/**
 * The place at which a subscription begins. What another server has told is waited for.
 * @returns the error for a place that is none, that the ledger has not reached, or that is of another ledger
 */
export async function beginningOf(
  { lastEventId = '', since }: Asked,
  snapshot: Snapshot,
  snapshots: Pick<Snapshots, 'atLeast'>,
): Promise<Place | GraphQLError> {
  if (lastEventId === '') {
    const revision = since ?? snapshot.revision;
    if (revision < 0) return apiError('BAD_INPUT', `sinceRevision: found ${revision}, expected a revision from 0.`);
    const reached = revision <= snapshot.revision || (await snapshots.atLeast(revision, patienceMs)) !== null;
    return reached ? { revision, since: revision } : notReached('sinceRevision', revision, snapshot);
  }
  const place = placeOf(lastEventId);
  if (place === null) {
    const found = JSON.stringify(lastEventId.slice(0, 80).toWellFormed());
    return apiError(
      'BAD_INPUT',
      `Last-Event-ID: found ${found}, expected the id of an event, such as "12:0123456789abcdef".`,
    );
  }
  const { revision } = place;
  const now = revision <= snapshot.revision ? snapshot : await snapshots.atLeast(revision, patienceMs);
  if (now === null) return notReached('Last-Event-ID', revision, snapshot);
  return standingOf(place, now) === 'HERE' ? { revision, since: place.since } : replaced(revision);
}

const notReached = (name: string, revision: number, { revision: newest }: Snapshot) =>
  apiError(
    'REVISION_NOT_REACHED',
    `${name}: this server did not reach revision ${revision} within two seconds; found revision ${newest}.`,
    { http: { status: 503, headers: { 'retry-after': '1' } } },
  );

const replaced = (revision: number) =>
  apiError(
    'LEDGER_REPLACED',
    `Last-Event-ID: this ledger has another revision ${revision}: it was replaced or restored. Read what is needed again, and subscribe without a position.`,
  );
