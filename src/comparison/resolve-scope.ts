import { dateOf } from '#agreement/day.ts';
import { Refusal } from '#refusal/refusal.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { issueOf, propositionOf } from './look-up.ts';
import type { Scope, ScopeRequest } from './scope.ts';

/** The default kinds: claims, unless other fields of the scope select roll calls. */
function defaultKinds({ rollCalls, propositions }: ScopeRequest): Scope['kinds'] {
  if (propositions) return ['CLAIM', 'ROLL_CALL'];
  return rollCalls ? ['ROLL_CALL'] : ['CLAIM'];
}

/** Tells the UTC day of a request. It is looked at only when an answer depends on it: that decides how long the answer may be cached. */
export interface Clock {
  readonly today: number;
}

/**
 * A scope with its defaults filled in: the day of the clock, the newest revision, claims. Throws UnknownKeyError for a key that named nothing then and
 * Refusal (BAD_INPUT) for a revision that does not exist or an empty period.
 */
export function resolveScope(snapshot: Snapshot, request: ScopeRequest, clock: Clock): Scope {
  const asKnownAt = request.asKnownAt ?? snapshot.revision;
  if (asKnownAt < 0 || asKnownAt > snapshot.revision) {
    throw new Refusal(
      'BAD_INPUT',
      `asKnownAt: found ${asKnownAt}, expected a revision from 0 to ${snapshot.revision}.`,
    );
  }
  const { takenFrom, takenBefore } = request;
  if (takenFrom != null && takenBefore != null && takenBefore <= takenFrom) {
    throw new Refusal(
      'BAD_INPUT',
      `takenBefore: found ${dateOf(takenBefore)}, expected a day after ${dateOf(takenFrom)}.`,
    );
  }
  const known = snapshotAt(snapshot, asKnownAt);
  return {
    issues: request.issues?.map((key) => issueOf(known, key)),
    propositions: request.propositions?.map((key) => propositionOf(known, key)),
    kinds: request.kinds ?? defaultKinds(request),
    rollCalls: request.rollCalls
      ? {
          bodies: request.rollCalls.bodies ?? undefined,
          sessions: request.rollCalls.sessions ?? undefined,
          wholeTextOnly: request.rollCalls.wholeTextOnly ?? false,
          importantOnly: request.rollCalls.importantOnly ?? false,
        }
      : undefined,
    bases: request.bases ?? undefined,
    minimumConfidence: request.minimumConfidence ?? undefined,
    takenFrom: takenFrom ?? undefined,
    takenBefore: takenBefore ?? undefined,
    asOf: request.asOf ?? clock.today,
    asKnownAt,
  };
}
