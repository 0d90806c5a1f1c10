import { dateOf } from '#agreement/day.ts';
import type { MembershipRow } from '#ledger/tables/membership.ts';
import { addMembership } from '#ledger/write/memberships.ts';
import { Precision } from '../scalar/precision.ts';
import { addMutation } from '../write/mutation.ts';
import { MembershipRole, MembershipStatus } from './membership.ts';
import { MembershipRevised, showMembership } from './membership-revised.ts';

addMutation('addMembership', {
  scope: 'catalogue:write',
  description: 'Says that a party belongs to a bloc from a day on. A party belongs to a bloc once at a time.',
  input: (t) => ({
    bloc: t.string({ required: true, description: 'Key of the bloc.' }),
    member: t.string({ required: true, description: 'Key of the country, or of a bloc that takes part in another.' }),
    from: t.field({ type: 'Date', required: true, description: 'The first day.' }),
    until: t.field({ type: 'Date', description: 'The first day after it; null while it lasts.' }),
    precision: t.field({ type: Precision, defaultValue: 'DAY', description: 'How much of the dates is known.' }),
    status: t.field({ type: MembershipStatus, defaultValue: 'CONFIRMED', description: 'Whether it is beyond doubt.' }),
    role: t.field({ type: MembershipRole, defaultValue: 'MEMBER', description: 'Member or participant.' }),
    note: t.string({ description: 'What a reader should know of it.' }),
  }),
  payload: MembershipRevised,
  change: ({ bloc, member, from, until, precision, status, role, note }) =>
    addMembership({
      bloc,
      member,
      from: dateOf(from),
      until: until == null ? null : dateOf(until),
      precision: precision as MembershipRow['precision'], // null is refused by the rules
      status: status as MembershipRow['status'], // the same
      role: role as MembershipRow['role'], // the same
      note: note ?? null,
    }),
  show: ({ bloc, member, from }, context) => showMembership({ bloc, member, from: dateOf(from) }, context),
});
