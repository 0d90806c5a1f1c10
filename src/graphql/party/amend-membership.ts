import { dateOf } from '#agreement/day.ts';
import { amendMembership } from '#ledger/write/memberships.ts';
import { Precision } from '../scalar/precision.ts';
import { dateChange } from '../write/date-change.ts';
import { addMutation } from '../write/mutation.ts';
import { MembershipRole, MembershipStatus } from './membership.ts';
import { MembershipRevised, showMembership } from './membership-revised.ts';

addMutation('amendMembership', {
  scope: 'catalogue:write',
  description:
    'Replaces a membership by a version that is right: ends it with `until`, or corrects it. What the input leaves out stays; null makes it unknown.',
  input: (t) => ({
    bloc: t.string({ required: true, description: 'Key of the bloc.' }),
    member: t.string({ required: true, description: 'Key of the member.' }),
    from: t.field({ type: 'Date', required: true, description: 'The first day as the ledger has it.' }),
    correctedFrom: t.field({ type: 'Date', description: 'The right first day, if that one is wrong.' }),
    until: t.field({ type: 'Date', description: 'The first day after it; null while it lasts.' }),
    precision: t.field({ type: Precision, description: 'How much of the dates is known.' }),
    status: t.field({ type: MembershipStatus, description: 'Whether it is beyond doubt.' }),
    role: t.field({ type: MembershipRole, description: 'Member or participant.' }),
    note: t.string({ description: 'What a reader should know of it.' }),
  }),
  payload: MembershipRevised,
  change: ({ bloc, member, from, correctedFrom, until, precision, status, role, note }) =>
    amendMembership(
      { bloc, member, from: dateOf(from) },
      { from: dateChange(correctedFrom) ?? undefined, until: dateChange(until), precision, status, role, note },
    ),
  show: ({ bloc, member, from, correctedFrom }, context) =>
    showMembership({ bloc, member, from: dateOf(correctedFrom ?? from) }, context),
});
