import { partyOf } from '#comparison/look-up.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Revised, type RevisedView } from '../write/results.ts';
import { Party } from './party.ts';

export const PartyRevised = builder.objectRef<RevisedView & { readonly party: PartyRow }>('PartyRevised').implement({
  description: 'Result: the party was added or amended, or already had this content.',
  interfaces: [Revised],
  fields: (t) => ({ party: t.expose('party', { type: Party, description: 'The party as known at `revision`.' }) }),
});

/** What a mutation of a party shows. */
export const showParty = ({ key }: { readonly key: string }, { snapshot }: Context) => ({
  party: partyOf(snapshot, key),
});
