import { dateOf } from '#agreement/day.ts';
import { amendMembership } from '#ledger/write/parties.ts';
import { Precision } from '../scalar/scalars.ts';
import { addMutation } from '../write/mutation.ts';
import { dateChange } from '../write/run-write.ts';
import { MembershipRole, MembershipStatus } from './membership.ts';
import { MembershipRevised, showMembership } from './membership-revised.ts';

addMutation('amendMembership', {
  scope: 'catalogue:write',
  description:
    'Ends a membership (`until`) or corrects it, by replacing it with a new version. Omitted fields keep their value; null clears a field.',
  input: (t) => ({
    bloc: t.string({ required: true, description: 'Key of the bloc or group, such as `nato`.' }),
    member: t.string({ required: true, description: 'Key of the member, such as `FI`.' }),
    from: t.field({
      type: 'Date',
      required: true,
      description: 'First day of the membership as recorded; identifies it.',
    }),
    correctedFrom: t.field({ type: 'Date', description: 'The correct first day, if the recorded one is wrong.' }),
    until: t.field({ type: 'Date', description: 'First day after the membership ended; null while it lasts.' }),
    precision: t.field({ type: Precision, description: 'How exact `from` and `until` are.' }),
    status: t.field({ type: MembershipStatus, description: 'Whether the membership is beyond doubt.' }),
    role: t.field({ type: MembershipRole, description: 'Whether the party is a member or only a participant.' }),
    note: t.string({ description: 'Note for readers, such as what is uncertain.' }),
  }),
  payload: MembershipRevised,
  change: ({ bloc, member, from, correctedFrom, until, message, idempotencyKey, baseRevision, ...said }) =>
    amendMembership(
      { bloc, member, from: dateOf(from) },
      { ...said, from: dateChange(correctedFrom) ?? undefined, until: dateChange(until) },
    ),
  show: ({ bloc, member, from, correctedFrom }, context) =>
    showMembership({ bloc, member, from: dateOf(correctedFrom ?? from) }, context),
});
