import { LRUCache } from 'lru-cache';
import { dateOf } from '#agreement/day.ts';
import { type Keep, keepAll } from '#agreement/in-force.ts';
import { lastConfirmed } from '#agreement/last-confirmed.ts';
import { isKnownAt } from '#agreement/stance-columns.ts';
import { Refusal } from '#refusal/refusal.ts';
import type { Issue, Proposition } from '#snapshot/catalogue.ts';
import { type Basis, bases, basisIn, type Confidence, confidenceIn, confidences } from '#snapshot/closed-sets.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { issueOf, propositionOf } from './look-up.ts';
import {
  fitsRollCallFilter,
  type RollCallFilter,
  type RollCallFilterRequest,
  resolveRollCallFilter,
} from './roll-call-filter.ts';

/** Which propositions, which stances, which time: everything that a number depends on besides the parties and the policy. */
export interface Scope {
  /** Undefined: all. */
  readonly issues?: readonly Issue[] | undefined;
  readonly propositions?: readonly Proposition[] | undefined;
  readonly kinds: readonly Proposition['kind'][];
  readonly rollCalls?: RollCallFilter | undefined;
  readonly bases?: readonly Basis[] | undefined;
  readonly minimumConfidence?: Confidence | undefined;
  /** Days: stances taken from the first to before the second. */
  readonly takenFrom?: number | undefined;
  readonly takenBefore?: number | undefined;
  /** Day: stances last confirmed on it or later. */
  readonly confirmedSince?: number | undefined;
  /** Day of valid time. */
  readonly asOf: number;
  /** Revision of recorded time. */
  readonly asKnownAt: number;
}

/** A requested scope: keys instead of rows; omitted fields have defaults. */
export interface ScopeRequest {
  readonly issues?: readonly string[] | null | undefined;
  readonly propositions?: readonly string[] | null | undefined;
  readonly kinds?: readonly Proposition['kind'][] | null | undefined;
  readonly rollCalls?: RollCallFilterRequest | null | undefined;
  readonly bases?: readonly Basis[] | null | undefined;
  readonly minimumConfidence?: Confidence | null | undefined;
  readonly takenFrom?: number | null | undefined;
  readonly takenBefore?: number | null | undefined;
  readonly confirmedSince?: number | null | undefined;
  readonly asOf?: number | null | undefined;
  readonly asKnownAt?: number | null | undefined;
}

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
 * A scope with its defaults filled in: the day of the clock, the newest revision, claims. Throws UnknownKeyError for a key, body or series that named nothing then
 * and Refusal (BAD_INPUT) for a revision that does not exist or an empty period.
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
    rollCalls: request.rollCalls ? resolveRollCallFilter(known, request.rollCalls) : undefined,
    bases: request.bases ?? undefined,
    minimumConfidence: request.minimumConfidence ?? undefined,
    takenFrom: takenFrom ?? undefined,
    takenBefore: takenBefore ?? undefined,
    confirmedSince: request.confirmedSince ?? undefined,
    asOf: request.asOf ?? clock.today,
    asKnownAt,
  };
}

const mostListed = 16;
const mostLettersListed = 1_000;

/** Ordinals by kinds and filter, of the scopes asked last that name neither issues nor propositions. */
const listedIn = oncePer(
  (_propositions: Snapshot['propositions']) => new LRUCache<string, readonly number[]>({ max: mostListed }),
);

/** Ordinals of the propositions that a scope names, ascending. */
export function propositionsInScope(snapshot: Snapshot, scope: Scope): readonly number[] {
  const { list } = snapshot.propositions;
  if (scope.propositions !== undefined) {
    const ordinals = ordinalsAmong(scope.propositions, snapshot, scope).sort((a, b) => a - b);
    return ordinals.filter((ordinal, index) => ordinal !== ordinals[index - 1]);
  }
  if (scope.issues !== undefined) return ordinalsAmong(list, snapshot, scope);
  const listed = listedIn(snapshot.propositions);
  const key = JSON.stringify([scope.kinds, scope.rollCalls]);
  if (key.length > mostLettersListed) return ordinalsAmong(list, snapshot, scope);
  const ordinals = listed.get(key) ?? ordinalsAmong(list, snapshot, scope);
  listed.set(key, ordinals);
  return ordinals;
}

/** The same by ordinal: 1 for a proposition that the scope names. */
export function isInScope(snapshot: Snapshot, scope: Scope): Uint8Array {
  const is = new Uint8Array(snapshot.propositions.list.length);
  for (const ordinal of propositionsInScope(snapshot, scope)) is[ordinal] = 1;
  return is;
}

function ordinalsAmong(propositions: readonly Proposition[], snapshot: Snapshot, scope: Scope): number[] {
  const ofIssues = scope.issues && withIssues(snapshot, scope);
  const ordinals: number[] = [];
  for (const proposition of propositions) {
    if (
      scope.kinds.includes(proposition.kind) &&
      (ofIssues?.has(proposition.ordinal) ?? true) &&
      (scope.rollCalls === undefined || fitsRollCallFilter(proposition, scope.rollCalls))
    )
      ordinals.push(proposition.ordinal);
  }
  return ordinals;
}

function withIssues({ propositionIssues }: Snapshot, { issues = [], asKnownAt }: Scope): Set<number> {
  const wanted = new Set(issues.map(({ ordinal }) => ordinal));
  const links = propositionIssues.filter(
    ({ issue, addedIn, retiredIn }) => wanted.has(issue) && isKnownAt(addedIn, retiredIn, asKnownAt),
  );
  return new Set(links.map(({ proposition }) => proposition));
}

const keysOf = (rows: readonly { readonly key: string }[] | undefined) => rows?.map(({ key }) => key);

/** A scope with keys instead of rows: equal texts of it are equal scopes. */
export const writtenScope = (scope: Scope) => ({
  ...scope,
  issues: keysOf(scope.issues),
  propositions: keysOf(scope.propositions),
});

/** Whether the stance at a row index has the basis, confidence and dates that the scope requires. */
export function stanceFits({ stances }: Snapshot, scope: Scope): Keep {
  const { confirmedSince, asKnownAt } = scope;
  const wanted = scope.bases && new Set(scope.bases.map((basis) => bases.indexOf(basis)));
  const least = scope.minimumConfidence === undefined ? 0 : confidences.indexOf(scope.minimumConfidence);
  if (wanted === undefined && least === 0 && !isDated(scope)) return keepAll;
  return (stanceRow) =>
    (wanted?.has(basisIn(stances.traits[stanceRow] as number)) ?? true) &&
    confidenceIn(stances.traits[stanceRow] as number) >= least &&
    isTakenIn(scope, stances.heldFrom[stanceRow] as number) &&
    (confirmedSince === undefined || lastConfirmed(stances, stanceRow, asKnownAt) >= confirmedSince);
}

/** Whether the absence at a row index matches: it belongs to a vote, on a day, and nothing confirms it later. */
export function absenceFits({ absences }: Snapshot, scope: Scope): Keep {
  if (scope.bases !== undefined && !scope.bases.includes('VOTE')) return () => false;
  if (!isDated(scope)) return keepAll;
  const { confirmedSince = Number.NEGATIVE_INFINITY } = scope;
  return (stanceRow) => {
    const day = absences.day[stanceRow] as number;
    return isTakenIn(scope, day) && day >= confirmedSince;
  };
}

/** Whether the scope requires anything of the days of stances and absences. */
const isDated = ({ takenFrom, takenBefore, confirmedSince }: Scope): boolean =>
  takenFrom !== undefined || takenBefore !== undefined || confirmedSince !== undefined;

const isTakenIn = ({ takenFrom, takenBefore }: Scope, day: number) =>
  (takenFrom === undefined || day >= takenFrom) && (takenBefore === undefined || day < takenBefore);
