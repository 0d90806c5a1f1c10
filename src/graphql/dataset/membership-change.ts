import type { MembershipChange as ChangeShape } from '#comparison/members-changes.ts';
import { rowAt } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { builder } from '../builder.ts';
import { Membership } from '../party/membership.ts';
import { Party } from '../party/party.ts';

interface MembershipChangeView {
  readonly membership: ChangeShape;
  readonly revision: number;
  /** With the texts of the revision at which the change is shown. */
  readonly ledger: Snapshot;
}

export const MembershipChange = builder.objectRef<MembershipChangeView>('MembershipChange').implement({
  description:
    'What one revision said of one membership. A membership is known by its bloc, its member and its first day: with another first day it is another one.',
  fields: (t) => ({
    member: t.field({
      type: Party,
      description: 'The member: a country in a bloc, a person in a group; or a bloc that takes part in another bloc.',
      resolve: ({ membership, ledger }) => rowAt(ledger.parties, membership.member),
    }),
    before: t.field({
      type: Membership,
      nullable: true,
      description: 'The membership as known before the revision; null when the revision added it.',
      resolve: ({ membership: { before }, revision }) => before && { ...before, knownAt: revision - 1 },
    }),
    after: t.field({
      type: Membership,
      nullable: true,
      description: 'The membership as known at the revision; null when the revision took it back.',
      resolve: ({ membership: { after }, revision }) => after && { ...after, knownAt: revision },
    }),
  }),
});
