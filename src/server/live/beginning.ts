import type { GraphQLError } from 'graphql';
import { apiError } from '#graphql/api-error.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import type { RequestContext } from '../request-record.ts';
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
 * The place at which a subscription begins. What another server has told is waited for: then the context has a snapshot that has it.
 * @returns the error for a place that is none, that the ledger has not reached, or that is of another ledger
 */
export async function beginningOf(
  { lastEventId = '', since }: Asked,
  context: Pick<RequestContext, 'snapshot'>,
  snapshots: Pick<Snapshots, 'atLeast'>,
): Promise<Place | GraphQLError> {
  const written = lastEventId === '' ? null : placeOf(lastEventId);
  if (lastEventId !== '' && written === null) {
    const found = JSON.stringify(lastEventId.slice(0, 80).toWellFormed());
    return apiError(
      'BAD_INPUT',
      `Last-Event-ID: found ${found}, expected the id of an event, such as "12:0123456789abcdef".`,
    );
  }
  const revision = written?.revision ?? since ?? context.snapshot.revision;
  if (revision < 0) return apiError('BAD_INPUT', `sinceRevision: found ${revision}, expected a revision from 0.`);
  if (revision > context.snapshot.revision) {
    const later = await snapshots.atLeast(revision, patienceMs);
    if (later === null)
      return notReached(written === null ? 'sinceRevision' : 'Last-Event-ID', revision, context.snapshot);
    context.snapshot = later;
  }
  if (written === null) return { revision, since: revision };
  return standingOf(written, context.snapshot) === 'HERE' ? { revision, since: written.since } : replaced(revision);
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
