import { NEVER } from '#agreement/stance-columns.ts';
import { type Membership as MembershipRow, rowAt } from '#snapshot/catalogue.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { Precision } from '../scalar/precision.ts';
import { Party } from './party.ts';

export const MembershipStatus = builder.enumType('MembershipStatus', {
  description: 'Whether a membership is beyond doubt.',
  values: {
    CONFIRMED: { description: 'It is.' },
    UNCLEAR: { description: 'Reports differ. Stored, and not counted unless asked for.' },
  } as const,
});

export const MembershipRole = builder.enumType('MembershipRole', {
  description: 'How a party belongs to a bloc.',
  values: {
    MEMBER: { description: 'A member.' },
    PARTICIPANT: { description: 'Takes part without being a member. Stored, and not counted unless asked for.' },
  } as const,
});

/** A membership and the revision whose knowledge of it is shown. */
export type MembershipView = MembershipRow & { readonly knownAt: number };

export const Membership = builder.objectRef<MembershipView>('Membership').implement({
  description: 'A party belongs to a bloc for a time.',
  fields: (t) => ({
    bloc: t.field({
      description: 'The bloc.',
      type: Party,
      resolve: ({ bloc, knownAt }, _args, { snapshot }) => rowAt(snapshotAt(snapshot, knownAt).parties, bloc),
    }),
    member: t.field({
      description: 'Who belongs to it: a country, or a bloc that takes part in another.',
      type: Party,
      resolve: ({ member, knownAt }, _args, { snapshot }) => rowAt(snapshotAt(snapshot, knownAt).parties, member),
    }),
    from: t.expose('from', { type: 'Date', description: 'The first day.' }),
    until: t.field({
      description: 'The first day after it; null while it lasts.',
      type: 'Date',
      nullable: true,
      resolve: ({ until }) => (until === NEVER ? null : until),
    }),
    precision: t.expose('precision', { type: Precision, description: 'How much of the dates is known.' }),
    status: t.expose('status', { type: MembershipStatus, description: 'Whether it is beyond doubt.' }),
    role: t.expose('role', { type: MembershipRole, description: 'Member or participant.' }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'What a reader should know of it; null when nothing.',
    }),
  }),
});
