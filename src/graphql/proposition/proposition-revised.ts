import { propositionOf } from '#comparison/look-up.ts';
import type { Proposition as PropositionRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Revised, type RevisedView } from '../write/results.ts';
import { Proposition } from './proposition.ts';

export const PropositionRevised = builder
  .objectRef<RevisedView & { readonly proposition: PropositionRow }>('PropositionRevised')
  .implement({
    description: 'Result: the proposition was added or amended, or already had this content.',
    interfaces: [Revised],
    fields: (t) => ({
      proposition: t.expose('proposition', {
        type: Proposition,
        description: 'The proposition as known at `revision`.',
      }),
    }),
  });

/** What a mutation of a proposition shows. */
export const showProposition = ({ key }: { readonly key: string }, { snapshot }: Context) => ({
  proposition: propositionOf(snapshot, key),
});
