import { NEVER } from '#agreement/stance-columns.ts';
import { type Membership as MembershipRow, rowAt } from '#snapshot/catalogue.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { Precision } from '../scalar/scalars.ts';
import { Party } from './party.ts';

export const MembershipStatus = builder.enumType('MembershipStatus', {
  description: 'Whether a membership is beyond doubt.',
  values: {
    CONFIRMED: { description: 'The membership is beyond doubt.' },
    UNCLEAR: { description: 'Reports differ. Recorded, but returned only on request.' },
  } as const,
});

export const MembershipRole = builder.enumType('MembershipRole', {
  description: 'How a party belongs to a bloc or group.',
  values: {
    MEMBER: { description: 'The party is a full member.' },
    PARTICIPANT: {
      description: 'The party takes part without being a member. Recorded, but returned only on request.',
    },
  } as const,
});

/** A membership and the revision whose knowledge of it is shown. */
export type MembershipView = MembershipRow & { readonly knownAt: number };

export const Membership = builder.objectRef<MembershipView>('Membership').implement({
  description: 'The membership of a party in a bloc or group for a period.',
  fields: (t) => ({
    bloc: t.field({
      description: 'The bloc or group that the member belongs to.',
      type: Party,
      resolve: ({ bloc, knownAt }, _args, { snapshot }) => rowAt(snapshotAt(snapshot, knownAt).parties, bloc),
    }),
    member: t.field({
      description: 'The member: a country in a bloc, a person in a group; or a bloc that takes part in another bloc.',
      type: Party,
      resolve: ({ member, knownAt }, _args, { snapshot }) => rowAt(snapshotAt(snapshot, knownAt).parties, member),
    }),
    from: t.expose('from', { type: 'Date', description: 'First day of the membership.' }),
    until: t.field({
      description: 'First day after the membership ended; null while it lasts.',
      type: 'Date',
      nullable: true,
      resolve: ({ until }) => (until === NEVER ? null : until),
    }),
    precision: t.expose('precision', { type: Precision, description: 'How exact `from` and `until` are.' }),
    status: t.expose('status', { type: MembershipStatus, description: 'Whether the membership is beyond doubt.' }),
    role: t.expose('role', {
      type: MembershipRole,
      description: 'Whether the party is a member or only a participant.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Note for readers, such as what is uncertain; null when there is none.',
    }),
  }),
});
