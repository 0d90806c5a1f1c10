import { dateOf } from '#agreement/day.ts';
import { isKnownAt } from '#agreement/stance-columns.ts';
import { partyOf } from '#comparison/look-up.ts';
import type { MembershipKey } from '#ledger/write/parties.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Revised, type RevisedView } from '../write/results.ts';
import { Membership, type MembershipView } from './membership.ts';

export const MembershipRevised = builder
  .objectRef<RevisedView & { readonly membership: MembershipView }>('MembershipRevised')
  .implement({
    description: 'Result: the membership was added or amended, or already had this content.',
    interfaces: [Revised],
    fields: (t) => ({
      membership: t.expose('membership', { type: Membership, description: 'The membership as known at `revision`.' }),
    }),
  });

/** What a mutation of a membership shows: the one of this key as known at the revision of the context. */
export function showMembership({ bloc, member, from }: MembershipKey, { snapshot }: Context) {
  const [ofBloc, ofMember] = [partyOf(snapshot, bloc).ordinal, partyOf(snapshot, member).ordinal];
  const membership = snapshot.memberships.find(
    (row) =>
      row.bloc === ofBloc &&
      row.member === ofMember &&
      dateOf(row.from) === from &&
      isKnownAt(row.addedIn, row.retiredIn, snapshot.revision),
  );
  if (membership === undefined) throw new Error(`the membership of ${member} in ${bloc} from ${from} is missing`);
  return { membership: { ...membership, knownAt: snapshot.revision } };
}
