import type { Proposition } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { propositionsInScope, type Scope } from '../scope.ts';
import type { KnownDeed } from './known-deeds.ts';

/** Why a deed in scope has no rows, or not those of all parties. */
export const deedLeftOutReasons = {
  NOT_HELD: 'The ledger holds no roll call on it: only votes that stances on claims tell have rows.',
  AFTER_AS_OF: 'The vote was after `asOf`.',
} as const;

export type DeedLeftOutReason = keyof typeof deedLeftOutReasons;

export interface DeedLeftOut {
  readonly of: KnownDeed;
  readonly reason: DeedLeftOutReason;
}

const isBetween = ({ takenFrom, takenBefore }: Scope, day: number): boolean =>
  (takenFrom === undefined || day >= takenFrom) && (takenBefore === undefined || day < takenBefore);

/** Whether a scope takes votes of a day. */
export const isVotedIn = (scope: Scope, day: number): boolean => day <= scope.asOf && isBetween(scope, day);

const dayOf = ({ rollCall }: Proposition): number => rollCall?.tabledOn ?? Number.NEGATIVE_INFINITY;

/**
 * The deeds of a scope, each with its roll calls in scope, and those of them without any that could be looked at. Issues and propositions choose claims; a
 * roll call that is named chooses its claims, with itself alone. Bodies, sessions and days choose votes.
 */
export function deedsInScope(
  snapshot: Snapshot,
  known: readonly KnownDeed[],
  scope: Scope,
): { readonly deeds: readonly KnownDeed[]; readonly leftOut: readonly DeedLeftOut[] } {
  const { asOf, propositions, rollCalls: filter } = scope;
  const claims = new Set(propositionsInScope(snapshot, { ...scope, propositions: undefined, kinds: ['CLAIM'] }));
  const votes = new Set(
    propositionsInScope(snapshot, {
      ...scope,
      issues: undefined,
      propositions: known.flatMap(({ rollCalls }) => rollCalls),
      kinds: ['ROLL_CALL'],
    }),
  );
  const named = propositions && new Set(propositions.map(({ ordinal }) => ordinal));
  const namesSessions =
    filter?.sessions !== undefined || filter?.series !== undefined || filter?.importantOnly === true;
  const deeds: KnownDeed[] = [];
  const leftOut: DeedLeftOut[] = [];
  for (const { deed, claim, rollCalls } of known) {
    if (!claims.has(claim.ordinal)) continue;
    const isClaimNamed = named?.has(claim.ordinal) ?? true;
    const asked = rollCalls.filter(({ ordinal }) => votes.has(ordinal) && (isClaimNamed || named?.has(ordinal)));
    const found = asked.filter((rollCall) => isVotedIn(scope, dayOf(rollCall)));
    const of = { deed, claim, rollCalls: found };
    if (found.length > 0) deeds.push(of);
    else if (asked.some((rollCall) => dayOf(rollCall) > asOf && isBetween(scope, dayOf(rollCall))))
      leftOut.push({ of, reason: 'AFTER_AS_OF' });
    // What session an unknown vote was of cannot be told.
    else if (rollCalls.length > 0 || !isClaimNamed || namesSessions) continue;
    else if (filter?.bodies?.includes(deed.body) ?? true) {
      deeds.push(of);
      leftOut.push({ of, reason: 'NOT_HELD' });
    }
  }
  return { deeds, leftOut };
}
