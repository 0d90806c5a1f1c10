import { isKnownAt } from '#agreement/stance-columns.ts';
import type { Membership, Party } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** Which memberships: those on a day as known at a revision, or all when the day is null. */
export interface MembershipQuestion {
  readonly day: number | null;
  readonly revision: number;
  readonly includeUnclear: boolean;
  readonly includeParticipants: boolean;
}

const bySide = oncePer((memberships: Snapshot['memberships']) => ({
  bloc: Map.groupBy(memberships, ({ bloc }) => bloc),
  member: Map.groupBy(memberships, ({ member }) => member),
}));

/** The memberships in which a party is the bloc or the member, the earliest first. */
export const membershipsOf = (
  { memberships }: Snapshot,
  side: 'bloc' | 'member',
  party: Party,
  { day, revision, includeUnclear, includeParticipants }: MembershipQuestion,
): Membership[] =>
  (bySide(memberships)[side].get(party.ordinal) ?? []).filter(
    (membership) =>
      isKnownAt(membership.addedIn, membership.retiredIn, revision) &&
      (day === null || (membership.from <= day && day < membership.until)) &&
      (includeUnclear || membership.status === 'CONFIRMED') &&
      (includeParticipants || membership.role === 'MEMBER'),
  );
