import { dateOf } from '#agreement/day.ts';
import { membership } from '#ledger/tables/parties.ts';
import { filled } from '#ledger/tables/table.ts';
import { addMembership } from '#ledger/write/parties.ts';
import { Precision } from '../scalar/scalars.ts';
import { addMutation } from '../write/mutation.ts';
import { dateChange } from '../write/run-write.ts';
import { MembershipRole, MembershipStatus } from './membership.ts';
import { MembershipRevised, showMembership } from './membership-revised.ts';

addMutation('addMembership', {
  scope: 'catalogue:write',
  description:
    'Adds the membership of a party in a bloc or group from a given day. The memberships of a party in a bloc or group cannot overlap.',
  input: (t) => ({
    bloc: t.string({ required: true, description: 'Key of the bloc or group, such as `nato`.' }),
    member: t.string({
      required: true,
      description:
        'Key of the member: a country in a bloc, a person in a group; or a bloc that takes part in another bloc.',
    }),
    from: t.field({ type: 'Date', required: true, description: 'First day of the membership.' }),
    until: t.field({ type: 'Date', description: 'First day after the membership ended; null while it lasts.' }),
    precision: t.field({ type: Precision, defaultValue: 'DAY', description: 'How exact `from` and `until` are.' }),
    status: t.field({
      type: MembershipStatus,
      defaultValue: 'CONFIRMED',
      description: 'Whether the membership is beyond doubt.',
    }),
    role: t.field({
      type: MembershipRole,
      defaultValue: 'MEMBER',
      description: 'Whether the party is a member or only a participant.',
    }),
    note: t.string({ description: 'Note for readers, such as what is uncertain.' }),
  }),
  payload: MembershipRevised,
  change: ({ from, until, ...said }) =>
    addMembership(filled(membership, { ...said, from: dateOf(from), until: dateChange(until) })),
  show: ({ bloc, member, from }, context) => showMembership({ bloc, member, from: dateOf(from) }, context),
});
